// What every dialog about one line is given.
import type { FacilitatorView, LineView } from '../../../server/engine/views';

export type LineDialogProps = {
  readonly view: FacilitatorView;
  readonly line: LineView;
  readonly onClose: () => void;
};
