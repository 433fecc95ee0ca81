// The desk: keys, the queue, the task page, and what happens meanwhile. Every page works without it.
import { startKeys } from './keys.js';
import { startLive } from './live.js';
import { startQueue } from './queue.js';
import { startTask } from './task.js';

const page = document.querySelector('main[data-page]');
startKeys();
if (page) {
  const on = page.dataset.page === 'queue' ? startQueue(page) : startTask(page);
  startLive(on);
}
