import * as z from 'zod'

// Zod tries whether it may compile its parsers from text. The page's policy forbids that, and even the try
// is a breach of it. Imported before the contract, whose schemas try when they are made.
z.config({ jitless: true })
