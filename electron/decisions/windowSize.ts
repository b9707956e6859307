export interface Size {
  width: number
  height: number
}

/** The smallest window in which every screen still fits, in CSS pixels. */
export const smallestWindow: Size = { width: 1024, height: 640 }

const comfortableWindow: Size = { width: 1280, height: 800 }

/**
 * The size of the very first window on a screen with this much room: comfortable if it fits, else as large
 * as the screen lets it be. Later starts open where and as large as the window was left.
 */
export function firstWindowSize(room: Size): Size {
  return {
    width: Math.min(comfortableWindow.width, room.width),
    height: Math.min(comfortableWindow.height, room.height),
  }
}

/** A window may be no larger than a small screen, even where that is less than the usual smallest. */
export function smallestWindowSize(room: Size): Size {
  return {
    width: Math.min(smallestWindow.width, room.width),
    height: Math.min(smallestWindow.height, room.height),
  }
}
