/** What is typed for members who are not among those shown; null where nothing is. */
export function draftsOfOthers<Values>(
  drafts: Readonly<Record<number, Values>>,
  shown: readonly { readonly memberId: number }[],
): Readonly<Record<number, Values>> | null {
  const ids = new Set(shown.map(({ memberId }) => String(memberId)))
  const others = Object.entries(drafts).filter(([memberId]) => !ids.has(memberId))
  return others.length === 0 ? null : (Object.fromEntries(others) as Record<number, Values>)
}
