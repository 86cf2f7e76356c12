// Why the embedded database could not be started, as a closed list of codes the launcher turns into sentences.

export type EmbeddedErrorCode =
  | 'platform_unsupported'
  | 'no_account_for_root'
  | 'folder_of_another_user'
  | 'folder_closed'
  | 'folder_unwritable'
  | 'place_lost'
  | 'place_shared'
  | 'made_by_another_major'
  | 'unsafe_settings'
  | 'stuck'
  | 'failed';

export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';

  constructor(
    readonly code: EmbeddedErrorCode,
    readonly values: Record<string, string> = {},
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(values)}`, options);
  }
}
