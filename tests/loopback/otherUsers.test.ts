import { execFile } from 'node:child_process'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { once } from 'node:events'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { isOtherUsers, userOfFarEnd } from '../../electron/loopback/otherUsers.ts'
import { testHost } from './testHost.ts'

const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:0FA0 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 1 1
   1: 0100007F:C001 0100007F:0FA0 01 00000000:00000000 02:000000A7 00000000  1001        0 2 2
   2: 0100007F:0FA0 0100007F:C001 01 00000000:00000000 00:00000000 00000000  1000        0 3 1
   3: 0200007F:C001 0100007F:0FA0 01 00000000:00000000 00:00000000 00000000  1002        0 4 1`
const table6 = `  sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid
   0: 0000000000000000FFFF00000100007F:C002 0000000000000000FFFF00000100007F:0FA0 01 00000000:00000000 00:00000000 00000000  1003        0 5 1`
const bigEndian =
  '   1: 7F000001:C001 7F000001:0FA0 01 00000000:00000000 00:00000000 00000000  1004        0 2 2'

describe('the user at the far end', () => {
  test.each([
    ['127.0.0.1', 0xc001, 1001],
    ['127.0.0.2', 0xc001, 1002],
    ['127.0.0.1', 0xc002, 1003],
    ['127.0.0.1', 0xc003, null],
    ['127.0.0.3', 0xc001, null],
  ])('of %s:%i is %s', (address, port, user) => {
    expect(userOfFarEnd([table, table6], { address, port, hostPort: 4000 }, true)).toBe(user)
  })

  test('is read in the byte order of the machine', () => {
    const end = { address: '127.0.0.1', port: 0xc001, hostPort: 4000 }
    expect(userOfFarEnd([bigEndian], end, false)).toBe(1004)
    expect(userOfFarEnd([bigEndian], end, true)).toBeNull()
    expect(userOfFarEnd(['', 'nonsense\n\n'], end)).toBeNull()
  })
})

test.runIf(process.platform === 'linux')(
  'a connection of one’s own is found in the tables of the machine',
  async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const arrived = once(server, 'connection') as Promise<[Socket]>
    const client = connect(port, '127.0.0.1')
    const [socket] = await arrived
    expect(isOtherUsers(socket)).toBe(false)
    client.destroy()
    socket.destroy()
    server.close()
  },
)

/** Only the system's own user can run a program as somebody else. */
const canBeSomebodyElse = process.platform === 'linux' && process.getuid?.() === 0

test.runIf(canBeSomebodyElse)(
  'another user of the machine is turned away, even with the link in hand',
  async () => {
    const host = await testHost()
    const token = new URL(host.newLink()).hash.slice('#token='.length)
    const headers = Object.entries(host.fromPage).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
    const nobody = 65534
    const { stdout } = await promisify(execFile)(
      'curl',
      ['-s', '-i', ...headers, '--data-raw', token, `${host.origin}/enter`],
      { uid: nobody, gid: nobody },
    )
    expect(stdout).toContain('403 Forbidden')
    expect(stdout).toContain('requestFromElsewhere')
    expect(stdout.toLowerCase()).not.toContain('set-cookie')
    expect((await host.enter(token)).status).toBe(204)
    await host.dispose()
  },
)
