// Loaded by every page: the frame, keyboard shortcuts, forms and fields.
import "./empty_rows.js"; // before the others change what they find
import "./frame.js";
import "./datetime.js";
import "./choices.js";
import "./combobox.js";
import "./rows.js";
import "./forms.js";
import "./shortcuts.js";
import { signInAgain, watchSession } from "./session.js";

// A page without entries of its own is only signed in again; one with a queue goes on saving as well (autosave.js).
watchSession(() => signInAgain().then((same) => same || location.reload()));
