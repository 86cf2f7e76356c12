// Plan, as types: its design, the wishes and facts about actions, its view.
import type { ActionFields } from '../../commands';
import type { Fact } from '../../events';
import type { ActionView, ActivityViewBase } from '../../views';
import type {
  ActionId,
  ActivityBase,
  ActivityId,
  Locale,
  OwnText,
  ParticipantId,
  PriorityId,
  ThemeId,
} from '../../vocabulary';

/** Short-term actions for each chosen goal. */
export type PlanDesign = ActivityBase & { readonly kind: 'plan'; readonly maxPerPerson: number };

type PlanCommand =
  | ({
      readonly type: 'action.submit';
      readonly activityId: ActivityId;
      readonly actionId: ActionId;
      readonly goalId: PriorityId;
      readonly lang: Locale;
    } & ActionFields)
  | { readonly type: 'action.withdraw'; readonly actionId: ActionId };

type PlanFact =
  | Fact<
      'ActionSubmitted',
      {
        participantId: ParticipantId;
        activityId: ActivityId;
        actionId: ActionId;
        goalId: PriorityId;
        lang: Locale;
      } & ActionFields
    >
  | Fact<'ActionEdited', { actionId: ActionId; goalId: PriorityId; lang: Locale } & ActionFields>
  | Fact<'ActionWithdrawn', { actionId: ActionId }>;

export type PlanView = ActivityViewBase & {
  readonly kind: 'plan';
  readonly maxPerPerson: number;
  readonly goals: readonly { readonly id: PriorityId; readonly text: OwnText; readonly themeId: ThemeId }[];
  readonly actionCount?: number;
};

declare module '../kinds' {
  interface Kinds {
    plan: {
      design: PlanDesign;
      command: PlanCommand;
      fact: PlanFact;
      opening: unknown;
      state: unknown;
      view: PlanView;
      mine: { readonly actions: Readonly<Record<ActionId, ActionView & { readonly activityId: ActivityId }>> };
    };
  }
}
