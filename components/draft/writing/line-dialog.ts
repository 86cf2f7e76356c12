// What every dialog about one line is given.
import type { DeskLine, FacilitatorView } from '../../../server/engine/views';

export type LineDialogProps = {
  readonly view: FacilitatorView;
  readonly line: DeskLine;
  readonly onClose: () => void;
};
