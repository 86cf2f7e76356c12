// What becomes of ideas by what people do, wherever they were written.
import type { Idea } from '../../state';
import { withItems } from '../../state';
import type { Subject } from '../../subject';
import type { IdeaId } from '../../vocabulary';
import type { RulesOfFacts } from '../rules';
import { authors, backers } from './backers';
import { foldIdeaWithdrawn, foldSupport } from './fold-support';
import type { IdeaFact } from './types';

const itself = ({ ideaId }: { readonly ideaId: IdeaId }): readonly Subject[] => [`idea:${ideaId}`];

export const ideaFacts: RulesOfFacts<IdeaFact> = {
  IdeaSubmitted: {
    fold(state, { data, seq }) {
      const { participantId, ideaId, activityId, text, lang, themeId, horizonId } = data;
      const author = state.participants.get(participantId);
      if (author === undefined || !Object.hasOwn(state.activities, activityId)) return state;
      const idea: Idea = {
        id: ideaId,
        activityId,
        authorId: participantId,
        supporterIds: [],
        order: seq,
        text,
        lang,
        themeId,
        horizonId,
        hidden: false,
        priorityId: null,
      };
      const counted = withItems(state, activityId, participantId, 1);
      return {
        ...counted,
        ideas: state.ideas.set(ideaId, idea),
        participants: state.participants.set(participantId, { ...author, ideaIds: [...author.ideaIds, ideaId] }),
      };
    },
    owners: (_, { participantId }) => [participantId],
    subjects: () => [],
    wishes: (_, { participantId: __, ...idea }) => [{ type: 'idea.submit', ...idea }],
  },
  IdeaEdited: {
    fold(state, { data: { ideaId, text, lang, themeId, horizonId } }) {
      const idea = state.ideas.get(ideaId);
      if (idea === undefined) return state;
      const moved = idea.themeId !== themeId || idea.horizonId !== horizonId;
      return {
        ...state,
        ideas: state.ideas.set(ideaId, {
          ...idea,
          text,
          lang,
          themeId,
          horizonId,
          priorityId: moved ? null : idea.priorityId,
          ...(idea.hidden ? { hiddenWords: [...(idea.hiddenWords ?? []), idea.text] } : {}),
        }),
      };
    },
    owners: (before, { ideaId }) => backers(before, [ideaId]),
    subjects: itself,
    wishes: (before, data) => {
      const activityId = before.ideas.get(data.ideaId)?.activityId;
      return activityId === undefined ? [] : [{ type: 'idea.submit', activityId, ...data }];
    },
  },
  IdeaWithdrawn: {
    fold: (state, { data }) => foldIdeaWithdrawn(state, data.ideaId),
    owners: (before, { ideaId }) => backers(before, [ideaId]),
    subjects: itself,
    wishes: (_, { ideaId }) => [{ type: 'idea.withdraw', ideaId }],
  },
  IdeaSupported: {
    fold: foldSupport,
    owners: (before, { participantId, ideaId }) => [
      ...new Set([participantId, ...authors([before.ideas.get(ideaId)])]),
    ],
    subjects: () => [],
    wishes: (_, { ideaId }) => [{ type: 'idea.support', ideaId }],
  },
  IdeaUnsupported: {
    fold: foldSupport,
    owners: (before, { participantId, ideaId }) => [
      ...new Set([participantId, ...authors([before.ideas.get(ideaId)])]),
    ],
    subjects: () => [],
    wishes: (_, { ideaId }) => [{ type: 'idea.unsupport', ideaId }],
  },
};
