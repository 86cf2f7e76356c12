// The language of an idea, corrected at the desk: how its words are read aloud, set and translated, not what they say.
import type { ActivityState, Idea, IdeaBefore, SessionState } from './state';
import type { IdeaId, Locale } from './vocabulary';

/** The idea, and the option of a vote that is this idea by itself, word for word. */
export function withLanguage(state: SessionState, ideaId: IdeaId, lang: Locale): SessionState {
  const idea = state.ideas.get(ideaId);
  if (idea === undefined) return state;
  const activities = Object.entries(state.activities).map(([id, activity]): [string, ActivityState] => {
    const { vote } = activity;
    const options = vote?.options.map((option) =>
      option.id === ideaId && option.heading.text === idea.text
        ? { ...option, heading: { ...option.heading, lang } }
        : option,
    );
    return [id, vote === undefined || options === undefined ? activity : { ...activity, vote: { ...vote, options } }];
  });
  return { ...state, ideas: state.ideas.set(ideaId, { ...idea, lang }), activities: Object.fromEntries(activities) };
}

/** What is kept so that `lang` can be taken back. */
export function leftIn(idea: Idea, lang: Locale): NonNullable<IdeaBefore['language']> {
  return { was: idea.lang, left: { text: idea.text, lang } };
}

/** The language before, unless its author has written something else since. */
export function withLanguageBefore(state: SessionState, ideaId: IdeaId, before: IdeaBefore): SessionState {
  const { language } = before;
  const idea = state.ideas.get(ideaId);
  if (language === undefined || idea?.text !== language.left.text || idea.lang !== language.left.lang) return state;
  return withLanguage(state, ideaId, language.was);
}

/** Two changes of one press: what was before the first, and what the second left. */
export function bothOf(first: IdeaBefore | undefined, then: IdeaBefore): IdeaBefore {
  if (first === undefined || then.language === undefined) return first ?? then;
  const { was } = first.language ?? then.language;
  return { ...first, language: { was, left: then.language.left } };
}
