import type { Plugin } from 'vite'

const announcer = /react-aria\/dist\/private\/live-announcer\/LiveAnnouncer\.mjs$/
const emptiedByMarkup = ".innerHTML = ''"

/**
 * React Aria empties its announcer for screen readers with `innerHTML = ''` (at every value of a number
 * field). The page's policy takes no text for markup, so the page would fail: it is emptied as a node instead.
 */
export function announcerWithoutMarkup(): Plugin {
  return {
    name: 'announcer-without-markup',
    transform(code, id) {
      if (!announcer.test(id)) return undefined
      if (!code.includes(emptiedByMarkup)) {
        throw new Error(
          'React Aria empties its announcer in another way now: this step can go, or must change.',
        )
      }
      return { code: code.replaceAll(emptiedByMarkup, '.replaceChildren()'), map: null }
    },
  }
}
