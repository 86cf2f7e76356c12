/** @jsxImportSource preact */
// The whole HTML of the phone's pages. Rendered by the live server, never by Next.
import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import { isEndorse } from '../../../server/engine/activities/endorse/is-endorse';
import type { Locale } from '../../../server/engine/vocabulary';
import type { RefusalCode } from '../../../server/protocol/wire';
import { inPortion } from '../../activities/endorse/portion';
import { participantFace } from '../../activities/phone/faces';
import { App } from './app';
import { CodePage } from './code-page';
import { DraftPage, type Reading } from './draft-page';
import { buildOwn, type Own } from './parts/own';
import { type Page, type PageState, roomStep, slimView } from './parts/page';
import type { Words } from './parts/words';
import { RENEWAL_SCRIPT } from './renewal';

export type PageFiles = { readonly style?: string | undefined; readonly scripts?: readonly string[] | undefined };

/** Seconds after which a phone without script looks again, on pages where nothing can be typed. */
const PLAIN_REFRESH_SECONDS = 15;

function Document({
  locale,
  title,
  files,
  refresh = false,
  children,
  state,
}: {
  readonly locale: Locale;
  readonly title: string;
  readonly files: PageFiles;
  readonly refresh?: boolean;
  readonly children: ComponentChildren;
  readonly state?: PageState;
}) {
  return (
    <html lang={locale} data-step={state === undefined ? undefined : roomStep(state.view)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="theme-color" content="#f8f4ec" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#14120e" media="(prefers-color-scheme: dark)" />
        <link rel="icon" href="data:," />
        {files.style === undefined ? null : <link rel="stylesheet" href={files.style} />}
        {refresh ? (
          <noscript>
            <meta http-equiv="refresh" content={String(PLAIN_REFRESH_SECONDS)} />
          </noscript>
        ) : null}
        {/* Each of them here, so that none is waited for before the next is asked for. */}
        {state === undefined ? null : files.scripts?.map((file) => <script type="module" src={file} key={file} />)}
      </head>
      <body>
        <div id="root">{children}</div>
        {state === undefined ? null : (
          <script
            type="application/json"
            id="state"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every < escaped cannot end the element
            dangerouslySetInnerHTML={{ __html: JSON.stringify(state).replaceAll('<', '\\u003c') }}
          />
        )}
        {state === undefined ? null : (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: our own words, named by their hash in the page's policy
          <script dangerouslySetInnerHTML={{ __html: RENEWAL_SCRIPT }} />
        )}
      </body>
    </html>
  );
}

/** True where the page has no field in which something could be half typed. */
function isWaiting({ view, own }: Page): boolean {
  if (view.session.phase === 'ended') return false;
  if (own.groupId === undefined) return false;
  const { activity } = view;
  return activity === undefined || activity.status !== 'open' || participantFace(activity.kind).watched === true;
}

function portioned(state: PageState, { endorsements }: Own, from: number | undefined): PageState {
  const { activity } = state.view;
  if (!isEndorse(activity)) return state;
  const { activity: held, ...rest } = inPortion(activity, endorsements, from);
  return { ...state, ...rest, view: { ...state.view, activity: held } };
}

/** `from`: the first line to judge, of a draft too long for one page. */
export function renderParticipantPage(state: PageState, words: Words, files: PageFiles, from?: number): string {
  const own = buildOwn(state.mine, []);
  const slim = portioned({ ...state, view: slimView(state.view, state.locale) }, own, from);
  const page: Page = {
    locale: slim.locale,
    code: slim.code,
    nonce: slim.nonce,
    words,
    view: slim.view,
    own,
    now: slim.now,
    drafts: slim.drafts,
    similar: [],
    offline: false,
    announcement: '',
    ...(slim.editing === undefined ? {} : { editing: slim.editing }),
    ...(slim.portion === undefined ? {} : { portion: slim.portion }),
    ...(slim.flash === undefined ? {} : { flash: slim.flash }),
  };
  const title = page.view.session.title[state.locale];
  return `<!doctype html>${render(
    <Document locale={state.locale} title={title} files={files} refresh={isWaiting(page)} state={slim}>
      <App page={page} faceOf={participantFace} />
    </Document>,
  )}`;
}

export function renderDraftPage(page: Reading, files: PageFiles): string {
  return `<!doctype html>${render(
    <Document locale={page.locale} title={page.view.session.title[page.locale]} files={files}>
      <DraftPage page={page} />
    </Document>,
  )}`;
}

export function renderCodePage(
  locale: Locale,
  words: Words,
  files: PageFiles,
  typed: string,
  refusal?: RefusalCode,
): string {
  return `<!doctype html>${render(
    <Document locale={locale} title={words.say('brand')} files={files}>
      <CodePage words={words} locale={locale} typed={typed} {...(refusal === undefined ? {} : { refusal })} />
    </Document>,
  )}`;
}
