/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-pick-row.h"
#include "ty-post-editor.h"
#include "ty-problem-bar.h"

G_BEGIN_DECLS

/**
 * TyPostEditor:
 *
 * A form that appoints, removes, transfers people and so on. It says what follows from the change before it
 * is made, and offers to end what does not end by itself.
 */
struct _TyPostEditor
{
  AdwWindow parent_instance;

  /* Template */
  AdwWindowTitle *title;
  TyProblemBar *problem_bar;
  GtkWidget *content;
  TyPickRow *person_row;
  TyPickRow *unit_row;
  TyPickRow *post_row;
  GtkWidget *date_row;
  AdwComboRow *how_row;
  AdwComboRow *reason_row;
  AdwPreferencesGroup *own_group;
  AdwPreferencesGroup *notes_group;
  GtkBox *notes;
  GtkWidget *paper_group;
  GtkEditable *document_row;
  GtkEditable *filing_number_row;
  GtkWidget *filing_date_row;
  GtkWidget *election_group;
  AdwComboRow *source_row;
  AdwComboRow *batch_row;
  GtkEditable *votes_row;
  GtkEditable *note_row;

  /* Owned */
  TyOffice *office;
  GArray *people;         /* (element-type gint64): none where one is chosen in the form */
  GPtrArray *names;       /* (element-type utf8): theirs */
  GArray *ends;           /* (element-type TyPostNote): what may end; their texts are not kept */
  GPtrArray *checks;      /* (element-type GtkCheckButton) (unowned elements): one for each of them */
  GPtrArray *check_rows;  /* (element-type GtkWidget) (unowned elements) */
  GCancellable *cancellable;
  GCancellable *looking;  /* (nullable) */

  TyPostEnd chosen;       /* the post from which one came, its id 0 for none */
  TyPostMove move;
};

void     ty_post_editor_look       (TyPostEditor *self);
/* In ty-post-editor-notes.c. */
gboolean ty_post_editor_show_notes (TyPostEditor *self,
                                    GPtrArray    *notes);

G_END_DECLS
