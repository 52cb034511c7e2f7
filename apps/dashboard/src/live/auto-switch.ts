// In a file of its own, so that it is loaded when it is first needed.
export { autoSwitch } from '@tickway/client';
