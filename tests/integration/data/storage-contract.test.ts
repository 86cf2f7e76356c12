import { memoryStorage, postgresStorage, type Storage } from '../../../server/container';
import { createTestDatabase, type TestDatabase } from '../../support/postgres';
import { silent } from '../../support/server';
import { storageContract } from '../../support/storage-contract';

describe('the log in memory', () => {
  storageContract(async () => memoryStorage());
});

describe('the log in Postgres', () => {
  let database: TestDatabase;
  let storage: Storage;
  afterAll(async () => {
    await storage.close();
    await database.drop();
  });
  storageContract(async () => {
    database = await createTestDatabase();
    storage = postgresStorage(database.url, silent);
    return storage;
  });
});
