'use client';
// Which version of a line somebody writes on: the one they saw first, until they have been shown a newer one and go on.
import { useState } from 'react';
import type { DeskLine } from '../../../server/engine/views';

export type Base = {
  readonly value: number;
  /** The line is no longer the one the writer saw. */
  readonly isOld: boolean;
  /** The writer has read the line as it is now. */
  readonly renew: () => void;
};

/** `kept`: of words that were half typed before. */
export function useBase({ version = 0 }: DeskLine, kept?: number): Base {
  const [value, setValue] = useState(kept ?? version);
  return { value, isOld: value !== version, renew: () => setValue(version) };
}
