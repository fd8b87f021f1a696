export const topics = ['documents', 'registry', 'residence', 'car', 'family', 'business', 'home', 'letters'] as const
/** Groups as people think, not as departments are numbered. */
export type Topic = (typeof topics)[number]
