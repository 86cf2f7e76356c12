/** @jsxImportSource preact */
// Judging the draft line by line on the phone: one tap on one of eight plain sentences; the next line then opens.

import type words from '../../../messages/en/activity-endorse.json';
import type { EndorseView } from '../../../server/engine/activities/endorse/types';
import { wordingIn } from '../../../server/engine/draft/wording';
import { AGREEMENT_LEVELS } from '../../../server/engine/vocabulary';
import { Bar } from '../../live/phone/parts/bar';
import { CommandForm, Withdraw } from '../../live/phone/parts/command-form';
import { Judgement } from '../../live/phone/parts/judgement';
import type { Page } from '../../live/phone/parts/page';
import { Status } from '../../live/phone/parts/status';
import type { ParticipantFace } from '../phone/face';
import { PORTION, portionOf } from './portion';

type KindWords = (typeof words)['Phone'];
declare module '../../../i18n/messages' {
  interface PhoneWords extends KindWords {}
}

type Line = EndorseView['lines'][number];

const KIND = {
  need: 'lineNeed',
  goal: 'lineGoal',
  step: 'lineStep',
  action: 'lineAction',
  theme: 'lineTheme',
} as const;

export const endorseParticipant: ParticipantFace<'endorse'> = {
  Step: EndorseParticipant,
  isShown: ({ results }) => results !== undefined,
  hasAnswered: ({ own, portion }, activity) => portionOf(activity, own.endorsements, portion).judged > 0,
};

function EndorseParticipant({ page, activity }: { readonly page: Page; readonly activity: EndorseView }) {
  const { say } = page.words;
  const { results } = activity;
  const { lines, from, asked, total, judged } = portionOf(activity, page.own.endorsements, page.portion);
  if (total === 0) return <p class="soft">{say('noOptions')}</p>;
  if (results !== undefined) {
    return (
      <section class="results">
        <h2>{say('results')}</h2>
        <ul>
          {lines.map((line) => (
            <LineResult key={line.id} page={page} line={line} result={results[line.id]} />
          ))}
        </ul>
        <Portions page={page} from={from} total={total} />
      </section>
    );
  }
  const open = activity.status === 'open';
  const next = open ? lines.find(({ id }) => !page.own.endorsements.has(id))?.id : undefined;
  return (
    <section class="lines">
      {open ? <p class="soft">{say('endorseHow')}</p> : null}
      <div class="dots-left">
        <strong>{judged === total ? say('endorseAll') : say('endorseDone', { done: judged, total })}</strong>
      </div>
      {lines.map((line) => (
        <LineToJudge
          key={line.id}
          page={page}
          activity={activity}
          line={line}
          asked={asked}
          opened={line.id === next}
          open={open}
        />
      ))}
      <Portions page={page} from={from} total={total} />
    </section>
  );
}

/** Links, for the next portion is a page of its own. */
function Portions({ page, from, total }: { readonly page: Page; readonly from: number; readonly total: number }) {
  if (total <= PORTION) return null;
  const named = (start: number) => `${start + 1}–${Math.min(start + PORTION, total)}`;
  const link = (start: number, text: string) =>
    start >= 0 && start < total ? <a href={`/j/${page.code}?from=${start}`}>{text}</a> : <span />;
  return (
    <nav class="portions">
      {link(from - PORTION, `‹ ${named(from - PORTION)}`)}
      <span>{`${named(from)}\u00a0/\u00a0${total}`}</span>
      {link(from + PORTION, `${named(from + PORTION)} ›`)}
    </nav>
  );
}

function LineText({ page, line }: { readonly page: Page; readonly line: Line }) {
  const words = wordingIn(line, page.locale);
  return (
    <>
      <span class="place">{page.words.say(KIND[line.kind])}</span>
      <span class="text" dir="auto" lang={words.lang}>
        {words.text}
      </span>
      {line.goals?.map((goal) => (
        <span key={goal.text} class="soft" dir="auto" lang={goal.lang}>
          {goal.text}
        </span>
      ))}
      {line.goalsOut && <span class="soft">{page.words.say('goalsOut', { out: line.goalsOut })}</span>}
      {line.action === undefined ? null : (
        <span class="soft" dir="auto" lang={line.text.lang}>
          {[line.action.who, line.action.byWhen].filter((text) => text !== '').join(' · ')}
        </span>
      )}
    </>
  );
}

function LineToJudge({
  page,
  activity,
  line,
  asked,
  opened,
  open,
}: {
  readonly page: Page;
  readonly activity: EndorseView;
  readonly line: Line;
  /** The portion this person went to, which the form leads back to. */
  readonly asked: number | undefined;
  readonly opened: boolean;
  readonly open: boolean;
}) {
  const { say } = page.words;
  const given = page.own.endorsements.get(line.id);
  const back: Readonly<Record<string, string>> = asked === undefined ? {} : { from: String(asked) };
  const verdict = (
    <span class="meta">
      {given === undefined ? (
        <span class="status">{say('notJudged')}</span>
      ) : (
        <>
          <span class="tag">{say(`level${given.level}`)}</span>
          <Status page={page} state={given.state} />
        </>
      )}
    </span>
  );
  if (!open) {
    return (
      <div class="line card">
        <LineText page={page} line={line} />
        {verdict}
      </div>
    );
  }
  return (
    <details class="line card" open={opened} id={opened ? 'next' : undefined}>
      <summary>
        <LineText page={page} line={line} />
        {verdict}
      </summary>
      <CommandForm
        page={page}
        type="endorsement.give"
        className="levels"
        fields={{
          activityId: activity.id,
          lineId: line.id,
          ...(line.round === undefined ? {} : { round: String(line.round) }),
          ...back,
        }}
      >
        {AGREEMENT_LEVELS.map((level) => (
          <button key={level} type="submit" name="level" value={level} aria-pressed={given?.level === level}>
            <span class="number" aria-hidden="true">
              {level}
            </span>
            {say(`level${level}`)}
          </button>
        ))}
      </CommandForm>
      {given === undefined ? null : (
        <Withdraw
          page={page}
          type="endorsement.withdraw"
          label="withdraw"
          fields={{ activityId: activity.id, lineId: line.id, ...back }}
        />
      )}
    </details>
  );
}

function LineResult({
  page,
  line,
  result,
}: {
  readonly page: Page;
  readonly line: Line;
  readonly result: NonNullable<EndorseView['results']>[string] | undefined;
}) {
  const { say } = page.words;
  const given = page.own.endorsements.get(line.id);
  const now = line.now && wordingIn(line.now, page.locale);
  return (
    <li class="result">
      <LineText page={page} line={line} />
      {result?.supportPercent === undefined ? null : (
        <>
          <Bar value={result.support ?? 0} max={result.base ?? 0} />
          <p class="meta">
            <span>{say('supportMore', { discuss: result.discuss ?? 0, against: result.against ?? 0 })}</span>
          </p>
        </>
      )}
      <Judgement page={page} result={result ?? { given: 0 }}>
        {now && (
          <>
            {say('readsNow')} <q lang={now.lang}>{now.text}</q>
          </>
        )}
      </Judgement>
      {given === undefined ? null : <p class="tag">{`${say('yourView')}: ${say(`level${given.level}`)}`}</p>}
    </li>
  );
}
