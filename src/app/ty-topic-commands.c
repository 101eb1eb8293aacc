/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-topic-commands"

#include "config.h"

#include "ty-topic-commands.h"

#include <glib/gi18n-lib.h>

/* What the window and the program can do, and what people may type for it. An action of the window
 * without a parameter stands here, or among the exceptions of the test that compares them. */
static const TyTopicCommand commands[] = {
  { "win.import-roster", N_("Import a table"),
    /* Translators: words that people may type to find “Import a table”, separated by blanks */
    N_("load read excel xlsx spreadsheet") },
  { "win.import-photos", N_("Import photos"),
    /* Translators: words that people may type to find “Import photos”, separated by blanks */
    N_("portrait picture jpg folder batch") },
  { "win.new-person", N_("New person"),
    /* Translators: words that people may type to find “New person”, separated by blanks */
    N_("add enter cadre record") },
  { "win.appoint", N_("Appoint somebody"),
    /* Translators: words that people may type to find “Appoint somebody”, separated by blanks */
    N_("post office take") },
  { "win.appoint-by-document", N_("Appointments by a document"),
    /* Translators: words that people may type to find “Appointments by a document”, separated by blanks */
    N_("batch many paste remove") },
  { "win.show-reserves", N_("Reserve cadres"),
    /* Translators: words that people may type to find “Reserve cadres”, separated by blanks */
    N_("pool successor") },
  { "win.show-specialists", N_("Party-building specialists"),
    /* Translators: words that people may type to find “Party-building specialists”, separated by blanks */
    N_("party assistant") },
  { "win.export-roster", N_("Export a roster"),
    /* Translators: words that people may type to find “Export a roster”, separated by blanks */
    N_("save write print excel xlsx csv spreadsheet") },
  { "win.present", N_("Present in a meeting"),
    /* Translators: words that people may type to find “Present in a meeting”, separated by blanks */
    N_("slides full screen projector dashboard") },
  { "win.collect", N_("Collect from townships"),
    /* Translators: words that people may type to find “Collect from townships”, separated by blanks */
    N_("workbook send report xlsx summary fill in") },
  { "win.edit-filter", N_("Filter the roster by conditions"),
    /* Translators: words that people may type to find “Filter the roster by conditions” */
    N_("search find combine and or not") },
  { "win.import-form", N_("Import an appointment file"),
    /* Translators: words that people may type to find “Import an appointment file”, separated by blanks */
    N_("lrmx lrm form editor read") },
  { "win.import-forms", N_("Import a folder of appointment files"),
    /* Translators: words that people may type to find “Import a folder of appointment files” */
    N_("lrmx lrm forms editor read many") },
  { "win.export-forms", N_("Export appointment files"),
    /* Translators: words that people may type to find “Export appointment files”, separated by blanks */
    N_("lrmx lrm forms editor write save") },
  { "win.draw-forms", N_("Forms on paper"),
    /* Translators: words that people may type to find “Forms on paper”, separated by blanks */
    N_("appointment approval print pdf blank sheet sign-in address plate label") },
  { "win.compare", N_("Compare people"),
    /* Translators: words that people may type to find “Compare people”, separated by blanks */
    N_("side-by-side beside difference") },
  { "win.undo", N_("Undo"),
    /* Translators: words that people may type to find “Undo”, separated by blanks */
    N_("back revert take-back") },
  { "win.redo", N_("Redo"),
    /* Translators: words that people may type to find “Redo”, separated by blanks */
    N_("again repeat") },
  { "win.find", N_("Search in this page"),
    /* Translators: words that people may type to find “Search in this page”, separated by blanks */
    N_("find filter look") },
  { "win.print", N_("Print the roster, or the team of the village"),
    /* Translators: words that people may type to find “Print the roster, or the team of the village” */
    N_("paper printer pdf table") },
  { "win.fold-sidebar", N_("Fold and unfold the sidebar"),
    /* Translators: words that people may type to find “Fold and unfold the sidebar” */
    N_("narrow icons hide") },
  { "win.set-user", N_("Your name in the history"),
    /* Translators: words that people may type to find “Your name in the history” */
    N_("user author sign") },
  { "win.preview", N_("Quick preview of the person"),
    /* Translators: words that people may type to find “Quick preview of the person” */
    N_("look peek") },
  { "win.today", N_("Show everything as of today"),
    /* Translators: words that people may type to find “Show everything as of today” */
    N_("date now cut-off") },
  { "win.backup", N_("Back up now"),
    /* Translators: words that people may type to find “Back up now”, separated by blanks */
    N_("save copy") },
  { "win.open", N_("Open a county file"),
    /* Translators: words that people may type to find “Open a county file”, separated by blanks */
    N_("file load") },
  { "win.new-county", N_("New county"),
    /* Translators: words that people may type to find “New county”, separated by blanks */
    N_("create file empty") },
  { "win.new-window", N_("New window"),
    /* Translators: words that people may type to find “New window”, separated by blanks */
    N_("another second beside") },
  { "win.preferences", N_("Preferences"),
    /* Translators: words that people may type to find “Preferences”, separated by blanks */
    N_("settings options name folder") },
  { "win.show-help-overlay", N_("Keyboard shortcuts"),
    /* Translators: words that people may type to find “Keyboard shortcuts”, separated by blanks */
    N_("help keys") },
  { "win.back", N_("Back"), NULL },
  { "win.forward", N_("Forward"), NULL },
  { "win.about", N_("About Touyan"),
    /* Translators: words that people may type to find “About Touyan”, separated by blanks */
    N_("version licence help") },
  { "app.quit", N_("Quit"),
    /* Translators: words that people may type to find “Quit”, separated by blanks */
    N_("exit close end") },
};

/**
 * ty_topic_commands_list:
 * @n_commands: (out): their number
 *
 * Returns: (transfer none) (array length=n_commands): all commands
 */
const TyTopicCommand *
ty_topic_commands_list (guint *n_commands)
{
  *n_commands = G_N_ELEMENTS (commands);
  return commands;
}
