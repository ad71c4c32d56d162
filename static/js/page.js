// Loaded by every page: the frame, keyboard shortcuts, forms and fields.
import "./frame.js";
