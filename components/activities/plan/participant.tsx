/** @jsxImportSource preact */
// Proposing a concrete action for a chosen goal on the phone. Only the first of its five facts is required.

import type words from '../../../messages/en/activity-plan.json';
import type { PlanView } from '../../../server/engine/activities/plan/types';
import { CommandForm, Withdraw } from '../../live/phone/parts/command-form';
import { Chips, TextField } from '../../live/phone/parts/fields';
import { LanguageMark } from '../../live/phone/parts/language-mark';
import type { OwnAction } from '../../live/phone/parts/own';
import type { Page } from '../../live/phone/parts/page';
import { OwnStatus, Unsent } from '../../live/phone/parts/status';
import { UnsentDraft } from '../../live/phone/parts/unsent-draft';
import type { ParticipantFace } from '../phone/face';

type KindWords = (typeof words)['Phone'];
declare module '../../../i18n/messages' {
  interface PhoneWords extends KindWords {}
}

const FURTHER = [
  ['who', 'planWho'],
  ['byWhen', 'planByWhen'],
  ['means', 'planMeans'],
  ['sign', 'planSign'],
] as const;

export const planParticipant: ParticipantFace<'plan'> = {
  Step: PlanParticipant,
};

function PlanParticipant({ page, activity }: { readonly page: Page; readonly activity: PlanView }) {
  const { say } = page.words;
  const mine = page.own.actions.filter(({ activityId }) => activityId === activity.id);
  const left = activity.maxPerPerson - mine.filter(({ withdrawing }) => !withdrawing).length;
  const open = activity.status === 'open';
  const edited = mine.find(({ id }) => id === page.editing);
  const editing = edited !== undefined;
  const base = editing ? (page.editing as string) : activity.id;
  const goals = activity.goals.map(({ id, text }) => ({ id, text: text.text, lang: text.lang }));
  const what = page.drafts[`${base}.what`] ?? '';
  const started = FURTHER.some(([name]) => (page.drafts[`${base}.${name}`] ?? '') !== '');
  if (open && goals.length === 0) return <p class="soft">{say('noGoals')}</p>;
  return (
    <>
      {open && (left > 0 || editing) ? (
        <CommandForm
          page={page}
          type="action.submit"
          draft={base}
          className="card desk"
          fields={{
            activityId: activity.id,
            actionId: editing ? (page.editing as string) : page.nonce,
            pageLang: page.locale,
          }}
        >
          <Chips page={page} name="goalId" base={base} legend={say('planGoal')} options={goals} />
          <TextField page={page} name="what" base={base} label={say('planWhat')} rows={3} required />
          <LanguageMark page={page} base={base} text={what} />
          <details open={started}>
            <summary>{say('planMore')}</summary>
            {FURTHER.map(([name, label]) => (
              <TextField key={name} page={page} name={name} base={base} label={say(label)} rows={1} />
            ))}
          </details>
          <div class="row">
            <button class="primary" type="submit">
              {say(editing ? 'save' : 'send')}
            </button>
            {editing ? (
              <a class="button" href={`/j/${page.code}`} data-do="cancel">
                {say('cancel')}
              </a>
            ) : null}
          </div>
          {what === (edited?.what ?? '') ? null : <Unsent page={page} />}
        </CommandForm>
      ) : (
        <UnsentDraft page={page} text={what} />
      )}
      {open ? <p class="soft">{left > 0 ? say('sendMore', { left }) : say('sendNoMore')}</p> : null}
      {mine.length === 0 ? null : (
        <section class="mine">
          <h2>{say('myActions')}</h2>
          <ul>
            {mine.map((action) => (
              <OwnActionItem
                key={action.id}
                page={page}
                action={action}
                goal={goals.find(({ id }) => id === action.goalId)?.text}
                open={open}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function OwnActionItem({
  page,
  action,
  goal,
  open,
}: {
  readonly page: Page;
  readonly action: OwnAction;
  readonly goal: string | undefined;
  readonly open: boolean;
}) {
  const { say } = page.words;
  const further = FURTHER.map(([name]) => action[name]).filter((text) => text !== '');
  return (
    <li class={action.withdrawing ? 'own leaving' : 'own'}>
      {goal === undefined ? null : <p class="place">{goal}</p>}
      <p class="text" dir="auto" lang={action.lang}>
        {action.what}
      </p>
      {further.length === 0 ? null : (
        <p class="soft" dir="auto" lang={action.lang}>
          {further.join(' · ')}
        </p>
      )}
      <p class="meta">
        <OwnStatus page={page} item={action} />
      </p>
      {open && !action.withdrawing ? (
        <div class="row">
          <a class="button small" href={`/j/${page.code}?edit=${action.id}`} data-do="edit" data-id={action.id}>
            {say('edit')}
          </a>
          <Withdraw page={page} type="action.withdraw" label="withdraw" fields={{ actionId: action.id }} />
        </div>
      ) : null}
    </li>
  );
}
