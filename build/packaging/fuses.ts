import { flipFuses, FuseV1Options, FuseVersion, type FuseV1Config } from '@electron/fuses'
import type { AfterPackContext } from 'electron-builder'
import { join } from 'node:path'

/**
 * What the packaged binary can and cannot do, burnt into it before it is signed. Every fuse of this Electron
 * has to be named: a new one fails the packaging until someone has decided about it.
 */
export const fuses = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  /** The binary is not a Node for whoever sets ELECTRON_RUN_AS_NODE; the core is a utility process. */
  [FuseV1Options.RunAsNode]: false,
  /** There are no cookies: the page's session lives in memory. On, it would ask for the system's key store. */
  [FuseV1Options.EnableCookieEncryption]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  /** The archive's code is the code that was packaged (macOS and Windows). */
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  /** The page comes from app://; file:// is nobody's. */
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  /** Electron's own default: quicker checks of WebAssembly memory. */
  [FuseV1Options.WasmTrapHandlers]: true,
} satisfies FuseV1Config

/** The packaged binary of a system, below the folder of the unpacked app. */
export function binaryOf(platform: string, productName: string, executableName: string): string {
  if (platform === 'darwin' || platform === 'mas') return `${productName}.app`
  return platform === 'win32' ? `${productName}.exe` : executableName
}

/** Burns the fuses into the app that was just unpacked. */
export async function burnFuses({
  appOutDir,
  electronPlatformName,
  packager,
}: AfterPackContext): Promise<void> {
  const { productFilename } = packager.appInfo
  const executableName = 'executableName' in packager ? String(packager.executableName) : productFilename
  const binary = join(appOutDir, binaryOf(electronPlatformName, productFilename, executableName))
  // An Apple-silicon binary that was changed does not start until it is signed again, if only ad hoc.
  await flipFuses(binary, { ...fuses, resetAdHocDarwinSignature: electronPlatformName === 'darwin' })
}
