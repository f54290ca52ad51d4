import { Plugin } from 'obsidian';

/** The plugin: wires the rooms. */
export default class OmnivoreRescue extends Plugin {}
