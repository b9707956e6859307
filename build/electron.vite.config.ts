import { defineConfig } from 'electron-vite'
import { fileURLToPath } from 'node:url'

const inProject = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

/**
 * Main, the core's process and its worker thread as modules; the preload as CommonJS, because a sandboxed
 * window loads nothing else. All is bundled but Electron and the native module. The page has a build of its
 * own (`vite.page.config.ts`), for both hosts.
 */
export default defineConfig({
  main: {
    build: {
      outDir: inProject('out/desktop/main'),
      emptyOutDir: true,
      rolldownOptions: {
        input: {
          main: inProject('electron/main.ts'),
          coreProcess: inProject('electron/coreProcess.ts'),
          offThread: inProject('db/files/offThread.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: inProject('out/desktop/preload'),
      emptyOutDir: true,
      rolldownOptions: {
        input: { preload: inProject('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
})
