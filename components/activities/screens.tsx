'use client';
// The wall's picture of each kind of activity. Adding a kind: one more case.
import type { ActivityView, ScreenView } from '../../server/engine/views';
import { AskScreen } from './ask/screen';
import { CollectScreen } from './collect/screen';
import { EndorseScreen } from './endorse/screen';
import { GroupScreen } from './group/screen';
import { PlanScreen } from './plan/screen';
import { VoteScreen } from './vote/screen';

export function ActivityScreen({ view, activity }: { readonly view: ScreenView; readonly activity: ActivityView }) {
  switch (activity.kind) {
    case 'ask':
      return <AskScreen view={view} activity={activity} />;
    case 'collect':
      return <CollectScreen view={view} activity={activity} />;
    case 'group':
      return <GroupScreen view={view} />;
    case 'vote':
      return <VoteScreen view={view} activity={activity} />;
    case 'plan':
      return <PlanScreen view={view} activity={activity} />;
    case 'endorse':
      return <EndorseScreen view={view} activity={activity} />;
  }
}
