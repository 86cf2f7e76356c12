// `npm run -s openapi > docs/schema/openapi.json`: the document of the API, to be kept beside what explains it.
import { openApi } from './openapi';
import { ROWS } from './table';

console.log(JSON.stringify(openApi(ROWS), null, 2));
