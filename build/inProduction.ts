/** Builds as users get it, also when a test runner asks, under whose `NODE_ENV` React would be its slower self. */
export async function inProduction<Result>(build: () => Promise<Result>): Promise<Result> {
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    return await build()
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
}
