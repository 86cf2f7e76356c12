'use client';
// A line in the other languages, entered by hand: each is saved on its own, so that a refusal of one keeps the other.
import { useTranslations } from 'next-intl';
import { LOCALE_NAMES } from '../../../i18n/locale';
import { LINE_MAX_LENGTH } from '../../../server/engine/limits';
import type { DeskLine } from '../../../server/engine/views';
import { LOCALES, type Locale } from '../../../server/engine/vocabulary';
import { Answers } from '../../desk/answers';
import { useCommander } from '../../desk/commander';
import { Dialog } from '../../desk/dialog';
import fields from '../../desk/fields.module.css';
import { Button } from '../../ui/button';
import { CannotNow } from '../../ui/cannot-now';
import { Form, TextArea } from '../../ui/form';
import hints from '../../ui/hint.module.css';
import { OwnWords } from '../../ui/own-words';
import { useHalfTyped } from './half-typed';
import type { LineDialogProps } from './line-dialog';
import { wordsStay } from './words-stay';
import styles from './writing.module.css';

export function TranslationsDialog({ view, line, onClose }: LineDialogProps) {
  const t = useTranslations('Console');
  const stays = wordsStay(view, 'translate', line);
  return (
    <Dialog title={t('draft.translate.title')} onClose={onClose}>
      <p className={hints.hint}>{t('draft.translate.hint', { language: LOCALE_NAMES[line.text.lang] })}</p>
      <p>
        <OwnWords words={line.text} />
      </p>
      {LOCALES.filter((lang) => lang !== line.text.lang).map((lang) => (
        <TranslationForm key={lang} line={line} lang={lang} stays={stays} />
      ))}
      {stays && <CannotNow>{t('cannotNow.judged')}</CannotNow>}
      <Answers>
        <Button onClick={onClose}>{t('close')}</Button>
      </Answers>
    </Dialog>
  );
}

function TranslationForm({
  line,
  lang,
  stays,
}: {
  readonly line: DeskLine;
  readonly lang: Locale;
  readonly stays: boolean;
}) {
  const t = useTranslations('Console');
  const { run, busy } = useCommander();
  const standing = line.translations?.[lang];
  const half = useHalfTyped(`translate-${lang}`, line.id);
  const text = half.kept?.words[0]?.text ?? standing?.text ?? '';
  const same = text.trim() === (standing?.text ?? '') && !standing?.outdated;
  return (
    <Form
      className={styles.translation}
      onSubmit={() => {
        // The wording it translates is in plain sight above: always that of now.
        const wish = { type: 'line.translate', lineId: line.id, base: line.version ?? 0, text, lang } as const;
        void run([wish], t('draft.translate.done')).then((done) => done && half.letGo());
      }}
    >
      <TextArea
        around={fields.around}
        label={
          <>
            <span lang={lang}>{LOCALE_NAMES[lang]}</span>
            {standing?.outdated && <em> {t('draft.outdated')}</em>}
          </>
        }
        labelClass={fields.label}
        className={fields.field}
        rows={2}
        longest={LINE_MAX_LENGTH}
        dir="auto"
        lang={lang}
        value={text}
        onChange={(event) => half.keep({ words: [{ text: event.target.value, lang }], base: line.version ?? 0 })}
      />
      <Button type="submit" busy={busy} disabled={stays || same}>
        {t('save')}
      </Button>
    </Form>
  );
}
