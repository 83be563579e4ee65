import { z } from 'zod';

/** The page's policy lets no text become code, so zod need not try. Imported before anything that makes a schema. */
z.config({ jitless: true });
