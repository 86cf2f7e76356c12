// What kinds that take ideas (`ask`, `collect`) share: the wishes about one's own and others' ideas, and the facts they lead to.
import type { Fact } from '../../events';
import type { OwnIdeaView, SupportedIdeaView } from '../../views';
import type { ActivityId, HorizonId, IdeaId, Locale, ParticipantId, ThemeId } from '../../vocabulary';

export type IdeaCommand =
  /** My idea `ideaId` reads so: adds it, or edits it when it is already mine. Answers to `ask` are ideas without theme and horizon. */
  | {
      readonly type: 'idea.submit';
      readonly activityId: ActivityId;
      readonly ideaId: IdeaId;
      readonly text: string;
      readonly lang: Locale;
      readonly themeId?: ThemeId | undefined;
      readonly horizonId?: HorizonId | undefined;
    }
  | { readonly type: 'idea.withdraw'; readonly ideaId: IdeaId }
  /** Somebody else's idea says what I would have written. */
  | { readonly type: 'idea.support'; readonly ideaId: IdeaId }
  | { readonly type: 'idea.unsupport'; readonly ideaId: IdeaId };

export type IdeaFact =
  | Fact<
      'IdeaSubmitted',
      {
        participantId: ParticipantId;
        activityId: ActivityId;
        ideaId: IdeaId;
        text: string;
        lang: Locale;
        themeId?: ThemeId;
        horizonId?: HorizonId;
      }
    >
  | Fact<'IdeaEdited', { ideaId: IdeaId; text: string; lang: Locale; themeId?: ThemeId; horizonId?: HorizonId }>
  /** Its author let go of it: it stays, without an author, while others support it. */
  | Fact<'IdeaWithdrawn', { ideaId: IdeaId }>
  | Fact<'IdeaSupported', { participantId: ParticipantId; ideaId: IdeaId }>
  /** An idea with neither author nor supporters is gone. */
  | Fact<'IdeaUnsupported', { participantId: ParticipantId; ideaId: IdeaId }>;

export type IdeasOfMine = {
  readonly ideas: Readonly<Record<IdeaId, OwnIdeaView>>;
  /** Ideas of others that this person supports, as long as they are not hidden. */
  readonly supports: Readonly<Record<IdeaId, SupportedIdeaView>>;
};
