// Loaded into each child before its own code: when the parent is killed, the channel to it closes, and the child ends too.
process.on('disconnect', () => setTimeout(() => process.exit(0), 2_000).unref())
process.on('disconnect', () => process.emit('SIGTERM'))
