'use client';
// The desk on which ideas become priorities: pick several, then merge, put into, move, take out or hide. No dragging.
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { FacilitatorView } from '../../server/engine/views';
import type { HorizonId, IdeaId, PriorityId } from '../../server/engine/vocabulary';
import { useCommander } from '../desk/commander';
import { useKept } from '../desk/kept';
import rows from '../desk/rows.module.css';
import { languageStays } from '../draft/writing/words-stay';
import { Button } from '../ui/button';
import hints from '../ui/hint.module.css';
import { OwnWords } from '../ui/own-words';
import { Seconders } from '../ui/seconders';
import { useLocalText } from '../ui/words';
import styles from './grouping-desk.module.css';
import { useHiding } from './hide-dialog';
import { ideasByTheme } from './ideas-by-theme';
import { LanguageMark } from './language-mark';
import { type DeskIdea, placesOf } from './places';
import { RenameDialog } from './rename-dialog';
import { SelectionBar } from './selection-bar';
import { SuggestedGroups } from './suggested-groups';

export function GroupingDesk({
  view,
  horizonIds,
  voted,
}: {
  readonly view: FacilitatorView;
  readonly horizonIds: readonly HorizonId[];
  /** Of these, whose ideas are counted, where only those matter that a vote takes. */
  readonly voted?: readonly HorizonId[];
}) {
  const t = useTranslations('Console');
  const local = useLocalText();
  const { run, busy } = useCommander();
  const [keptTheme, setTheme] = useKept('theme', view.themes[0]?.id ?? '');
  const theme = view.themes.some(({ id }) => id === keptTheme) ? keptTheme : (view.themes[0]?.id ?? '');
  const [picked, setPicked] = useKept<readonly IdeaId[]>('picked', []);
  const [renaming, setRenaming] = useState<PriorityId>();

  // What was withdrawn meanwhile is no longer picked.
  const selected = picked.filter((id) => view.ideas[id] !== undefined && !view.ideas[id]?.hidden);
  const toggle = (id: IdeaId) => setPicked(picked.includes(id) ? picked.filter((one) => one !== id) : [...picked, id]);
  const hiding = useHiding(view);
  const counts = ideasByTheme(view, voted ?? horizonIds);
  const row = (entry: DeskIdea) => (
    <IdeaRow
      key={entry.id}
      entry={entry}
      picked={picked.includes(entry.id)}
      stays={languageStays(view, entry.id)}
      onPick={() => toggle(entry.id)}
      onHide={() => void hiding.press([entry.id])}
    />
  );

  return (
    <div className={styles.desk}>
      <fieldset className={styles.themes}>
        <legend>{t(voted === undefined ? 'ideas.byTheme' : 'ideas.votedByTheme')}</legend>
        {view.themes.map(({ id, name }) => (
          <label key={id}>
            <input
              type="radio"
              name="theme"
              checked={theme === id}
              onChange={() => {
                setTheme(id);
                setPicked([]);
              }}
            />
            {local(name)} <b>{counts[id]}</b>
          </label>
        ))}
      </fieldset>
      <SuggestedGroups view={view} themeId={theme} horizonIds={horizonIds} />
      {placesOf(view, theme, horizonIds).map((place) => (
        <section key={place.horizonId} className={styles.place}>
          <h3>
            {local(view.horizons.find(({ id }) => id === place.horizonId)?.name ?? { ky: '', ru: '', en: '' })}
            <small>{t('ideas.count', { count: place.alone.length + place.merged.length })}</small>
          </h3>
          {place.merged.map(({ id, priority, members }) => (
            <article key={id} className={styles.priority} aria-label={priority.heading.text}>
              <header>
                <h4>
                  <OwnWords words={priority.heading} />
                </h4>
                <small>{t('ideas.members', { count: members.length })}</small>
                <Seconders count={priority.seconders} />
                <Button
                  weight="quiet"
                  aria-label={t('ideas.renameOne', { text: priority.heading.text })}
                  onClick={() => setRenaming(id)}
                >
                  {t('ideas.rename')}
                </Button>
              </header>
              <ul className={rows.rows}>{members.map(row)}</ul>
            </article>
          ))}
          {place.alone.length > 0 && <ul className={rows.rows}>{place.alone.map(row)}</ul>}
          {place.alone.length + place.merged.length === 0 && <p className={hints.hint}>{t('ideas.noneHere')}</p>}
          {place.hidden.length > 0 && (
            <details className={styles.hidden}>
              <summary>{t('ideas.hidden', { count: place.hidden.length })}</summary>
              <ul className={rows.rows}>
                {place.hidden.map(({ id: ideaId, idea }) => (
                  <li key={ideaId} data-hidden>
                    <OwnWords words={idea} className={rows.text} />
                    <Button
                      weight="quiet"
                      busy={busy}
                      aria-label={t('ideas.unhideOne', { text: idea.text })}
                      onClick={() => void run([{ type: 'idea.unhide', ideaId }])}
                    >
                      {t('ideas.unhide')}
                    </Button>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </section>
      ))}
      {hiding.dialog}
      <SelectionBar view={view} ideaIds={selected} onDone={() => setPicked([])} />
      {renaming !== undefined && (
        <RenameDialog view={view} priorityId={renaming} onClose={() => setRenaming(undefined)} />
      )}
    </div>
  );
}

function IdeaRow({
  entry: { id, idea },
  picked,
  stays,
  onPick,
  onHide,
}: {
  readonly entry: DeskIdea;
  readonly picked: boolean;
  readonly stays: boolean;
  readonly onPick: () => void;
  readonly onHide: () => void;
}) {
  const t = useTranslations('Console');
  const { busy } = useCommander();
  return (
    <li data-picked={picked || undefined}>
      <label>
        <input type="checkbox" checked={picked} onChange={onPick} />
        <OwnWords words={idea} className={rows.text} />
        <Seconders count={idea.seconders} />
      </label>
      <LanguageMark ideaId={id} idea={idea} stays={stays} />
      <Button weight="quiet" busy={busy} aria-label={t('ideas.hideOne', { text: idea.text })} onClick={onHide}>
        {t('ideas.hide')}
      </Button>
    </li>
  );
}
