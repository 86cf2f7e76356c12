// Who had joined when something closed: against them its turnout is measured.
import type { GroupId } from '../../vocabulary';

export type Present = { readonly joined: number; readonly joinedByGroup: Readonly<Record<GroupId, number>> };
