/** From a command line to what it says and its exit code, in a thread that has the program loaded: a new process takes five times as long. */
import path from "node:path";
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";

export interface Ended {
  /** The exit code; null where a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What the thread is given: where it hears and answers, and the cell that it sets to 1 when it has answered. */
export interface ThreadData {
  readonly port: MessagePort;
  readonly answered: Int32Array<SharedArrayBuffer>;
}

export interface ThreadOrder {
  readonly args: readonly string[];
  readonly input: Uint8Array;
}

const patience = 120_000;

let thread: ThreadData | undefined;
function startThread(): ThreadData {
  const { port1, port2 } = new MessageChannel();
  const answered = new Int32Array(new SharedArrayBuffer(4));
  const workerData: ThreadData = { port: port2, answered };
  const file = path.join(import.meta.dirname, "command-loop.ts");
  new Worker(file, { workerData, transferList: [port2], execArgv: [] }).unref();
  return { port: port1, answered };
}

interface Given {
  readonly cwd?: string;
  /** What standard input holds; nothing if left out. */
  readonly input?: string | Uint8Array;
}

function send(args: readonly string[], input: string | Uint8Array): ThreadData {
  thread ??= startThread();
  Atomics.store(thread.answered, 0, 0);
  const order: ThreadOrder = { args, input: typeof input === "string" ? Buffer.from(input) : input };
  thread.port.postMessage(order);
  return thread;
}

function receive({ port }: ThreadData, args: readonly string[], outcome: string): Ended {
  if (outcome === "timed-out") throw new Error(`afterlive ${args.join(" ")} does not end`);
  return receiveMessageOnPort(port)?.message;
}

/** This thread waits meanwhile. */
export function runInThread(args: readonly string[], { cwd = process.cwd(), input = "" }: Given = {}): Ended {
  const before = process.cwd();
  // Threads have the current folder of their process.
  process.chdir(cwd);
  try {
    const asked = send(args, input);
    return receive(asked, args, Atomics.wait(asked.answered, 0, 0, patience));
  } finally {
    process.chdir(before);
  }
}

/** This thread goes on meanwhile. */
export async function runInThreadAsync(args: readonly string[], { cwd = process.cwd() }: Given): Promise<Ended> {
  const before = process.cwd();
  process.chdir(cwd);
  try {
    const asked = send(args, "");
    return receive(asked, args, await Atomics.waitAsync(asked.answered, 0, 0, patience).value);
  } finally {
    process.chdir(before);
  }
}
