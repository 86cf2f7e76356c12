'use client';
// What a line has beside its wording: other languages, programmes it depends on, lines to be read with it, goals it also serves.
import { useTranslations } from 'next-intl';
import type { DeskLine, FacilitatorView } from '../../server/engine/views';
import { LOCALES } from '../../server/engine/vocabulary';
import { OwnWords } from '../ui/own-words';
import styles from './facilitator.module.css';

export function LineNotes({ view, line }: { readonly view: FacilitatorView; readonly line: DeskLine }) {
  const t = useTranslations('Console');
  const { translations, dependsOn = [], seeAlso = [], alsoUnder = [] } = line;
  if (translations === undefined && dependsOn.length + seeAlso.length + alsoUnder.length === 0) return null;
  const others = [
    { name: t('draft.alsoUnder'), ids: alsoUnder },
    { name: t('draft.seeAlso'), ids: seeAlso },
  ].filter(({ ids }) => ids.length > 0);
  return (
    <ul className={styles.notes}>
      {LOCALES.map((lang) => {
        const translation = translations?.[lang];
        return translation === undefined ? null : (
          <li key={lang}>
            <OwnWords words={{ text: translation.text, lang }} />
            {translation.outdated && <em> {t('draft.outdated')}</em>}
          </li>
        );
      })}
      {dependsOn.length > 0 && (
        <li>
          {t('draft.dependsOn')}{' '}
          {dependsOn.map((words, place) => (
            <span key={words.text}>
              {place > 0 && '; '}
              <OwnWords words={words} />
            </span>
          ))}
        </li>
      )}
      {others.map(({ name, ids }) => (
        <li key={name}>
          {name}{' '}
          {ids.map((id, place) => (
            <span key={id}>
              {place > 0 && '; '}
              <a href={`#line-${id}`}>{view.draft.lines[id]?.text.text}</a>
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
