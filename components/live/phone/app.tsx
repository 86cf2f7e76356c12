/** @jsxImportSource preact */
// The participant's page: joining, then whatever the room is doing now.

import type { ActivityKind } from '../../../server/engine/activities/kinds';
import type { ActivityView } from '../../../server/engine/views';
import type { ParticipantFace } from '../../activities/phone/face';
import { CommandForm } from './parts/command-form';
import { Notice } from './parts/notice';
import { localText, type Page } from './parts/page';
import { Icon } from './parts/status';
import { FlashCard, RefusalCards } from './refusals';
import { Footer, Header, Languages } from './shell';

/** How a kind of activity is drawn; undefined while that part of the script is on its way. */
type FaceOf = (kind: ActivityKind) => ParticipantFace | undefined;

export function App({ page, faceOf }: { readonly page: Page; readonly faceOf: FaceOf }) {
  const { say } = page.words;
  const { view } = page;
  const group = view.groups.find(({ id }) => id === page.own.groupId);
  return (
    <div class="page">
      <p class="unseen" role="status" aria-live="polite">
        {page.announcement}
      </p>
      <Header words={page.words} title={localText(page, view.session.title)} />
      {view.session.rehearsal ? <aside class="rehearsal">{say('rehearsal')}</aside> : null}
      <Line page={page} />
      <main>
        {group === undefined ? <Languages words={page.words} locale={page.locale} back={`/j/${page.code}`} /> : null}
        {page.flash === undefined ? null : <FlashCard page={page} flash={page.flash} />}
        <RefusalCards page={page} />
        {group === undefined && view.session.phase !== 'ended' ? (
          <Join page={page} />
        ) : (
          <Now page={page} faceOf={faceOf} group={group === undefined ? '' : localText(page, group.name)} />
        )}
      </main>
      <Footer>
        {group === undefined ? null : <p>{say('youRepresent', { group: localText(page, group.name) })}</p>}
        <p>{say('anonymous')}</p>
        <a class="button plain-only" href={`/j/${page.code}`}>
          {say('refresh')}
        </a>
        {group === undefined ? null : <Languages words={page.words} locale={page.locale} back={`/j/${page.code}`} />}
      </Footer>
    </div>
  );
}

/** Speaks only when the connection has been gone for a while. */
function Line({ page }: { readonly page: Page }) {
  if (page.connectionRefusal !== undefined) {
    return (
      <p class="connection" role="status">
        <Icon name="refused" />
        {/* A phone has no sign-in but its cookie. */}
        <span>
          {page.words.refusal(page.connectionRefusal === 'unauthorised' ? 'no_cookies' : page.connectionRefusal)}
        </span>
      </p>
    );
  }
  if (!page.offline) {
    return page.keepsNothing ? (
      <p class="connection" role="status">
        <Icon name="refused" />
        <span>{page.words.say('keepsNothing')}</span>
      </p>
    ) : null;
  }
  return (
    <p class="connection" role="status">
      <Icon name="offline" />
      <span>
        {page.words.say('offline')}
        {page.own.unanswered === 0 ? null : (
          <strong> {page.words.say('offlineCount', { count: page.own.unanswered })}</strong>
        )}
      </span>
    </p>
  );
}

function Join({ page }: { readonly page: Page }) {
  return (
    <>
      <h1 tabIndex={-1}>{page.words.say('joinTitle')}</h1>
      <p class="prompt">{page.words.say('joinHint')}</p>
      <CommandForm page={page} type="participant.join" className="groups">
        {page.view.groups.map(({ id, name }) => (
          <button key={id} type="submit" name="groupId" value={id}>
            <span>{localText(page, name)}</span>
          </button>
        ))}
      </CommandForm>
    </>
  );
}

function Receipt({ page }: { readonly page: Page }) {
  const { receipt } = page.own;
  return receipt === undefined ? null : (
    <>
      <p class="soft">{page.words.say('receipt')}</p>
      <p class="receipt">
        <code>{receipt}</code>
      </p>
    </>
  );
}

function Now({ page, faceOf, group }: { readonly page: Page; readonly faceOf: FaceOf; readonly group: string }) {
  const { say } = page.words;
  const { session, activity, draftLines = 0 } = page.view;
  if (session.phase === 'ended') {
    return (
      <>
        <h1 tabIndex={-1}>{say('endedTitle')}</h1>
        <p class="prompt">{say(draftLines > 0 ? 'endedText' : 'endedEmpty')}</p>
        <Receipt page={page} />
        {draftLines > 0 && (
          <a class="button" href={`/j/${page.code}/draft`}>
            {say('readDraft')}
          </a>
        )}
      </>
    );
  }
  if (activity === undefined) {
    return (
      <>
        <div class="welcome">
          <Icon name="counted" />
          <h1 tabIndex={-1}>{say('lobbyTitle')}</h1>
          <p class="soft">{group}</p>
        </div>
        <p class="prompt">{say('lobbyText')}</p>
      </>
    );
  }
  return (
    <>
      <p class="progress">
        <span>{say('step', { position: activity.position, total: session.activities })}</span>
        <Timer page={page} />
      </p>
      <h1 tabIndex={-1}>{localText(page, activity.title)}</h1>
      <p class="prompt">{localText(page, activity.prompt)}</p>
      {activity.status === 'waiting' ? (
        <Notice title={say('soonTitle')}>
          <p>{say('soonText')}</p>
        </Notice>
      ) : (
        <Activity key={activity.id} page={page} activity={activity} face={faceOf(activity.kind)} />
      )}
    </>
  );
}

function Timer({ page }: { readonly page: Page }) {
  const { timer, activity } = page.view;
  if (timer === undefined || activity?.status !== 'open') return null;
  const seconds = Math.ceil((timer.endsAt - page.now) / 1000);
  if (seconds <= 0) return <span class="timer over">{page.words.say('timeUp')}</span>;
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return <span class="timer">{page.words.say('timeLeft', { time })}</span>;
}

type StepProps = { readonly page: Page; readonly activity: ActivityView; readonly face: ParticipantFace };

function Activity({
  page,
  activity,
  face,
}: Omit<StepProps, 'face'> & { readonly face: StepProps['face'] | undefined }) {
  if (face === undefined) return null;
  const { Step } = face;
  return (
    <>
      <Closed page={page} activity={activity} face={face} />
      <Step page={page} activity={activity} />
    </>
  );
}

/** Why nothing can be sent now, and what comes next. */
function Closed({ page, activity, face }: StepProps) {
  if (activity.status === 'open' || face.watched || face.isShown?.(activity)) return null;
  const [title, text] = face.closed ?? ['closedTitle', tookPart(page, activity, face) ? 'closedText' : 'closedNothing'];
  return (
    <Notice title={page.words.say(title)}>
      <p>{page.words.say(text)}</p>
    </Notice>
  );
}

function tookPart(page: Page, activity: ActivityView, { hasAnswered }: ParticipantFace): boolean {
  const { own, flash } = page;
  // Beside what was not counted nothing says that the answers are.
  if (own.refusals.length > 0 || flash?.kind === 'refused') return false;
  if (hasAnswered !== undefined) return hasAnswered(page, activity);
  return [...own.ideas, ...own.actions].some(
    ({ activityId, state }) => activityId === activity.id && state === 'counted',
  );
}
