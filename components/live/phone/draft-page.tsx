/** @jsxImportSource preact */
// The draft vision to read on the phone: per theme where we stand, goals with their actions, and what starts now.
import { chaptersOf, type DraftGoal, isEmptyChapter } from '../../../server/engine/draft/chapters';
import { wordingIn } from '../../../server/engine/draft/wording';
import type { DraftView, LineView } from '../../../server/engine/views';
import { Judgement } from './judgement';
import { localText, type Page } from './page';

const KIND = { need: 'lineNeed', goal: 'lineGoal', step: 'lineStep', action: 'lineAction' } as const;

export function DraftPage({ page, draft }: { readonly page: Page; readonly draft: DraftView }) {
  const chapters = chaptersOf(draft.lines, page.view.themes).filter((chapter) => !isEmptyChapter(chapter));
  return (
    <article class="draft">
      <h2>{page.words.say('draftTitle')}</h2>
      {chapters.map(({ theme, needs, goals, steps }) => (
        <section class="card" key={theme.id}>
          <h3>{localText(page, theme.name)}</h3>
          <Judgement page={page} result={draft.themes?.[theme.id]} />
          <Part page={page} kind="need" lines={alone(needs)} />
          <Part page={page} kind="goal" lines={goals.map(withActions)} />
          <Part page={page} kind="step" lines={alone(steps)} />
        </section>
      ))}
      {draft.open === undefined ? null : (
        <section class="card">
          <h3>{page.words.say('openTitle')}</h3>
          {draft.open.map((point) => {
            const line = point.reason === 'tied' ? { text: point.priority } : draft.lines[point.lineId];
            const words = line === undefined ? undefined : wordingIn(line, page.locale);
            return (
              <div class="draft-line" key={`${point.reason} ${words?.text}`}>
                <p class="text" dir="auto" lang={words?.lang}>
                  {words?.text}
                </p>
                <p class="soft">{page.words.say(`open_${point.reason}`)}</p>
              </div>
            );
          })}
        </section>
      )}
    </article>
  );
}

type Branch = { readonly line: LineView; readonly actions: readonly LineView[] };

function alone(lines: readonly LineView[]): readonly Branch[] {
  return lines.map((line) => ({ line, actions: [] }));
}

function withActions({ line, actions, linked }: DraftGoal): Branch {
  return { line, actions: [...actions, ...linked] };
}

function Part({
  page,
  kind,
  lines,
}: {
  readonly page: Page;
  readonly kind: 'need' | 'goal' | 'step';
  readonly lines: readonly Branch[];
}) {
  if (lines.length === 0) return null;
  return (
    <div class={`part ${kind}`}>
      <p class="place">{page.words.say(KIND[kind])}</p>
      {lines.map(({ line, actions }) => (
        <DraftLine key={line.id} page={page} line={line} actions={actions} />
      ))}
    </div>
  );
}

function DraftLine({
  page,
  line,
  actions,
}: {
  readonly page: Page;
  readonly line: LineView;
  readonly actions: readonly LineView[];
}) {
  const { action } = line;
  const words = wordingIn(line, page.locale);
  const mark = line.endorsement?.mark;
  const facts = action === undefined ? [] : [action.who, action.byWhen, action.means].filter((fact) => fact !== '');
  return (
    <div class={`draft-line ${line.kind}`}>
      {line.kind === 'action' ? <p class="place">{page.words.say(KIND.action)}</p> : null}
      <p class="text" dir="auto" lang={words.lang}>
        {words.text}
      </p>
      {facts.length === 0 ? null : (
        <p class="soft" dir="auto" lang={line.text.lang}>
          {facts.join(' · ')}
        </p>
      )}
      {mark === undefined ? null : <p class={`mark ${mark}`}>{page.words.say(`mark_${mark}`)}</p>}
      <Judgement page={page} result={line.endorsement} />
      {actions.map((inner) => (
        <DraftLine key={inner.id} page={page} line={inner} actions={[]} />
      ))}
    </div>
  );
}
