'use client';
// Who stands behind the workshop: names in every language, a role, and a sign for the title page.
import { useTranslations } from 'next-intl';
import { useEffect, useId, useState } from 'react';
import { LOCALE_NAMES } from '../../i18n/locale';
import { LOCALES, type Organisation } from '../../server/engine/vocabulary';
import type { OrganiserWorkshop } from '../../server/protocol/organiser';
import { Button } from '../ui/button';
import { Form, Input } from '../ui/form';
import { useLocalText } from '../ui/words';
import { listWorkshops, saveOrganisations } from './api';
import styles from './organiser.module.css';

const LARGEST_LOGO = 64 * 1024;

export function Workshops() {
  const [workshops, setWorkshops] = useState<readonly OrganiserWorkshop[]>([]);
  useEffect(() => {
    void listWorkshops().then(setWorkshops);
  }, []);
  return workshops.map((workshop) => <Organisations key={workshop.id} workshop={workshop} />);
}

function Organisations({ workshop }: { readonly workshop: OrganiserWorkshop }) {
  const t = useTranslations('Organiser.organisations');
  const local = useLocalText();
  const [list, setList] = useState(workshop.organisations);
  const [said, setSaid] = useState<'saved' | 'failed' | 'unreachable' | 'tooLarge'>();
  // What the person has seen, and what somebody else has put in its place since.
  const [version, setVersion] = useState(workshop.version);
  const [theirs, setTheirs] = useState<readonly Organisation[]>();
  async function save() {
    const answer = await saveOrganisations(workshop.id, list, version);
    const changed = answer !== undefined && !answer.ok && answer.code === 'changed' ? answer : undefined;
    if (answer?.ok || changed) setVersion((answer?.ok ? answer : changed)?.version ?? version);
    setTheirs(changed?.organisations);
    setSaid(answer === undefined ? 'unreachable' : answer.ok ? 'saved' : changed ? undefined : 'failed');
  }
  const change = (at: number, organisation: Organisation) =>
    setList((before) => before.map((one, place) => (place === at ? organisation : one)));
  return (
    <details className={styles.card}>
      <summary>
        {t('title')}: {local(workshop.title)}
      </summary>
      <p className={styles.hint}>{t('hint')}</p>
      <Form className={styles.organisations} onSubmit={save}>
        {list.map((organisation, at) => (
          <OrganisationFields
            // biome-ignore lint/suspicious/noArrayIndexKey: an organisation is nothing but its place until it is saved
            key={at}
            organisation={organisation}
            onChange={(changed) => change(at, changed)}
            onTooLarge={() => setSaid('tooLarge')}
            onRemove={() => setList((before) => before.filter((_, place) => place !== at))}
          />
        ))}
        <div className={styles.row}>
          <Button
            onClick={() => setList((before) => [...before, { role: 'organiser', name: { ky: '', ru: '', en: '' } }])}
          >
            + {t('add')}
          </Button>
          <Button type="submit" weight="primary">
            {t('save')}
          </Button>
        </div>
        <p role="status">{said === 'saved' && t('saved')}</p>
        <p role="alert" className={styles.refusal}>
          {said !== undefined && said !== 'saved' && t(said)}
          {theirs !== undefined &&
            t('changed', { now: theirs.map(({ name }) => local(name)).join(', ') || t('nobody') })}
        </p>
      </Form>
    </details>
  );
}

function OrganisationFields({
  organisation,
  onChange,
  onTooLarge,
  onRemove,
}: {
  readonly organisation: Organisation;
  readonly onChange: (changed: Organisation) => void;
  readonly onTooLarge: () => void;
  readonly onRemove: () => void;
}) {
  const t = useTranslations('Organiser.organisations');
  const field = useId();
  const { role, name, logo } = organisation;
  const { logo: _, ...withoutLogo } = organisation;
  function read(file: File | undefined) {
    if (file === undefined) return;
    if (file.size > LARGEST_LOGO) return onTooLarge();
    const reader = new FileReader();
    reader.onload = () => onChange({ ...organisation, logo: String(reader.result) });
    reader.readAsDataURL(file);
  }
  return (
    <fieldset className={styles.organisation}>
      <legend>{name.ky === '' ? t('add') : name.ky}</legend>
      <label>
        {t('role')}
        <select
          value={role}
          onChange={(event) => onChange({ ...organisation, role: event.target.value as Organisation['role'] })}
        >
          <option value="organiser">{t('organiser')}</option>
          <option value="funder">{t('funder')}</option>
        </select>
      </label>
      {LOCALES.map((lang) => (
        <Input
          key={lang}
          label={t('name', { language: LOCALE_NAMES[lang] })}
          required
          longest={200}
          lang={lang}
          value={name[lang]}
          onChange={(event) => onChange({ ...organisation, name: { ...name, [lang]: event.target.value } })}
        />
      ))}
      <label htmlFor={field}>
        {t('logo')}
        <input
          id={field}
          type="file"
          accept="image/png,image/jpeg"
          onChange={(event) => read(event.target.files?.[0])}
        />
      </label>
      {logo !== undefined && (
        <div className={styles.row}>
          {/* biome-ignore lint/performance/noImgElement: a data URL is here already, there is nothing to optimise */}
          <img src={logo} alt={name.ky} className={styles.logo} />
          <Button weight="quiet" onClick={() => onChange(withoutLogo)}>
            {t('removeLogo')}
          </Button>
        </div>
      )}
      <Button weight="quiet" onClick={onRemove}>
        {t('remove')}
      </Button>
    </fieldset>
  );
}
