// Work on the database whose failures are said in the words of the store.
import { asStorageError } from './storage-error';

/** Throws StorageError only. */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asStorageError(error);
  }
}
