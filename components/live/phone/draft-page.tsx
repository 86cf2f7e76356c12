/** @jsxImportSource preact */
// The draft vision to read on the phone: per theme where we stand, goals with their actions, and what starts now. A page of its
// own, drawn by the server when somebody opens it: neither the phone's view nor its script grows with a large hall's draft.
import { chaptersOf, type DraftGoal, isEmptyChapter } from '../../../server/engine/draft/chapters';
import { wordingIn } from '../../../server/engine/draft/wording';
import type { DraftView, EndorsementResult, ReaderLine, ScreenView } from '../../../server/engine/views';
import type { Locale } from '../../../server/engine/vocabulary';
import { Judgement, WordsJudged } from './parts/judgement';
import { localText } from './parts/page';
import type { Words } from './parts/words';
import { Footer, Header, Languages } from './shell';

const KIND = { need: 'lineNeed', goal: 'lineGoal', step: 'lineStep', action: 'lineAction' } as const;

/** What of a page the reading of a draft needs. */
export type Reading = {
  readonly code: string;
  readonly locale: Locale;
  readonly words: Words;
  readonly view: Pick<ScreenView, 'session' | 'themes' | 'draft'>;
};

export function DraftPage({ page }: { readonly page: Reading }) {
  const { words, locale, view } = page;
  const back = `/j/${page.code}`;
  return (
    <div class="page">
      <Header words={words} title={localText(page, view.session.title)} />
      {view.session.rehearsal ? <aside class="rehearsal">{words.say('rehearsal')}</aside> : null}
      <main>
        <Languages words={words} locale={locale} back={`${back}/draft`} />
        <Draft page={page} draft={view.draft} />
      </main>
      <Footer>
        <a class="button" href={back}>
          {words.say('draftBack')}
        </a>
      </Footer>
    </div>
  );
}

function Draft({ page, draft }: { readonly page: Reading; readonly draft: DraftView }) {
  const chapters = chaptersOf(draft.lines, page.view.themes).filter((chapter) => !isEmptyChapter(chapter));
  return (
    <article class="draft">
      <h1>{page.words.say('draftTitle')}</h1>
      {chapters.map(({ theme, needs, goals, steps }) => (
        <section class="card" key={theme.id}>
          <h2>{localText(page, theme.name)}</h2>
          <Judged page={page} result={draft.themes?.[theme.id]} />
          <Part page={page} kind="need" lines={alone(needs)} />
          <Part page={page} kind="goal" lines={goals.map(withActions)} />
          <Part page={page} kind="step" lines={alone(steps)} />
        </section>
      ))}
      {draft.open === undefined ? null : (
        <section class="card">
          <h2>{page.words.say('openTitle')}</h2>
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

type Branch = { readonly line: ReaderLine; readonly actions: readonly ReaderLine[] };

function alone(lines: readonly ReaderLine[]): readonly Branch[] {
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
  readonly page: Reading;
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
  readonly page: Reading;
  readonly line: ReaderLine;
  readonly actions: readonly ReaderLine[];
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
      {mark === undefined ? null : <p class={`agreement ${mark}`}>{page.words.say(`mark_${mark}`)}</p>}
      <Judged page={page} result={line.endorsement} />
      {actions.map((inner) => (
        <DraftLine key={inner.id} page={page} line={inner} actions={[]} />
      ))}
    </div>
  );
}

/** The draft stands as it reads now: beside a line that was changed since stands what was judged. */
function Judged({ page, result }: { readonly page: Reading; readonly result: EndorsementResult | undefined }) {
  return (
    <Judgement page={page} result={result}>
      {result?.changed && (
        <>
          {page.words.say('draftJudgedWas')} <WordsJudged page={page} judged={result.changed.judged} />
        </>
      )}
    </Judgement>
  );
}
