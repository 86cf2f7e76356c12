// The seminar that every new installation starts with: a broken template stops the seed, not a session.
import type { WorkshopDesign } from '../../server/engine/vocabulary';
import { workshopDesign } from '../../server/protocol/design-schema';
import lsgVision2030 from './lsg-vision-2030.json';

/** The design in this JSON, or a ZodError that says which field is wrong. */
export function parseTemplate(value: unknown): WorkshopDesign {
  return workshopDesign.parse(value);
}

/** The "LSG Vision 2030" seminar. */
export function loadTemplate(): WorkshopDesign {
  return parseTemplate(lsgVision2030);
}
