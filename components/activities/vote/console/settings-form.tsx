'use client';
// How a vote is held and counted: everything to choose before it opens; afterwards rule, places and weights, openly.
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { VoteView } from '../../../../server/engine/activities/vote/types';
import { isSameJson } from '../../../../server/engine/same-json';
import {
  RULES_OF_METHOD,
  VOTE_PER,
  VOTE_WEIGHTS,
  type VoteMethodName,
  type VoteSettings,
} from '../../../../server/engine/vocabulary';
import { useCommander } from '../../../desk/commander';
import { useKeptForm } from '../../../desk/kept';
import { Button } from '../../../ui/button';
import { Form } from '../../../ui/form';
import { withMethod } from '../default-settings';
import { useLimitWords } from '../settings-words';
import { ChangeDialog } from './change-dialog';
import { LimitFields, NumberField } from './limit-fields';
import styles from './settings.module.css';

const METHODS = Object.keys(RULES_OF_METHOD) as VoteMethodName[];

export function SettingsForm({ activity, opened }: { readonly activity: VoteView; readonly opened: boolean }) {
  const t = useTranslations('Console');
  const words = useTranslations('Vote');
  const { busy } = useCommander();
  const limit = useLimitWords();
  const form = useKeptForm<VoteSettings>(`settings ${activity.id}`, activity.settings);
  const { changed, change: setChanged } = form;
  const [asking, setAsking] = useState(false);
  const settings = changed ?? activity.settings;
  const same = isSameJson(settings, activity.settings);

  async function save() {
    const command = { type: 'vote.configure', activityId: activity.id, settings } as const;
    await form.press([command], t('vote.settings.saved'));
    setAsking(false);
  }

  function submit() {
    if (opened) setAsking(true);
    else void save();
  }

  return (
    <Form className={styles.form} onSubmit={submit}>
      {!opened && (
        <Choice
          legend={t('vote.settings.method')}
          chosen={settings.method.name}
          options={METHODS.map((name) => ({
            value: name,
            text: words(`method.${name}`),
            note: t(`vote.settings.when.${name}`),
          }))}
          onChoose={(name) => setChanged(withMethod(settings, name, activity.settings))}
        />
      )}
      <div className={styles.counts}>
        {!opened && <LimitFields method={settings.method} onChange={(method) => setChanged({ ...settings, method })} />}
        <NumberField
          label={t('vote.settings.places')}
          value={settings.places}
          most={50}
          onChange={(places) => setChanged({ ...settings, places })}
        />
      </div>
      <Choice
        legend={t('vote.settings.per')}
        chosen={settings.per ?? 'all'}
        options={VOTE_PER.map((per) => ({
          value: per,
          text: words(`per.${per}`, { places: settings.places }),
          note: t(`vote.settings.perNote.${per}`),
        }))}
        onChoose={(per) => setChanged({ ...settings, per })}
      />
      <div className={styles.pair}>
        <Choice
          legend={t('vote.settings.rule')}
          chosen={settings.rule}
          options={RULES_OF_METHOD[settings.method.name].map((rule) => ({
            value: rule,
            text: words(`rule.${rule}`),
            note: t(`vote.settings.ruleNote.${rule}`),
          }))}
          onChoose={(rule) => setChanged({ ...settings, rule })}
        />
        <Choice
          legend={t('vote.settings.weights')}
          chosen={settings.weights}
          options={VOTE_WEIGHTS.map((weights) => ({
            value: weights,
            text: words(`weights.${weights}`),
            note: t(`vote.settings.weightsNote.${weights}`),
          }))}
          onChoose={(weights) => setChanged({ ...settings, weights })}
        />
      </div>
      {form.isOld && (
        <p role="alert" className={styles.old}>
          {t('changed.settings', {
            now: [
              words(`method.${activity.settings.method.name}`),
              limit(activity.settings.method),
              words(`rule.${activity.settings.rule}`),
              words(`per.${activity.settings.per ?? 'all'}`, { places: activity.settings.places }),
              words(`weights.${activity.settings.weights}`),
            ].join(', '),
          })}
        </p>
      )}
      <p className={styles.save}>
        <Button type="submit" weight={same ? 'normal' : 'primary'} busy={busy} disabled={same}>
          {t(same ? 'vote.settings.standing' : 'vote.settings.save')}
        </Button>
        {!same && (
          <Button weight="quiet" onClick={form.letGo}>
            {t('cancel')}
          </Button>
        )}
      </p>
      {asking && <ChangeDialog onClose={() => setAsking(false)} onConfirm={save} />}
    </Form>
  );
}

function Choice<Value extends string>({
  legend,
  chosen,
  options,
  onChoose,
}: {
  readonly legend: string;
  readonly chosen: Value;
  readonly options: readonly { readonly value: Value; readonly text: string; readonly note: string }[];
  readonly onChoose: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend>{legend}</legend>
      <div>
        {options.map(({ value, text, note }) => (
          <label key={value}>
            <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
            <span>
              <b>{text}</b>
              <small>{note}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
