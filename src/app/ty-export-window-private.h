/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-export-preview.h"
#include "ty-export-window.h"
#include "ty-problem-bar.h"

G_BEGIN_DECLS

struct _TyExportWindow
{
  AdwWindow parent_instance;

  /* Template */
  GtkProgressBar *progress_bar;
  TyProblemBar *problem_bar;
  GtkWidget *content_box;
  TyLayoutColumns *columns;
  GtkWidget *sensitive_label;
  GtkWidget *run_button;
  GtkWidget *print_button;
  AdwComboRow *layout_row;
  AdwComboRow *groups_row;
  AdwComboRow *format_row;
  AdwActionRow *chosen_row;
  GtkSwitch *chosen_switch;
  AdwEntryRow *name_row;
  GtkLabel *head_label;
  TyExportPreview *preview;

  /* Owned */
  TyOffice *office;
  TyRosterQuery *query;
  char *filter_text;          /* (nullable) */
  GArray *people;             /* (nullable): who was chosen */
  GPtrArray *layouts;         /* (nullable) until they are read */
  GCancellable *reading;      /* of layouts and preview */
  GCancellable *cancellable;  /* (nullable): of the export */

  guint preview_id;
  gboolean filling;
  gboolean ready;
};

const TyRosterLayout *ty_export_window_get_layout     (TyExportWindow *self);
TyRosterLayout       *ty_export_window_dup_layout     (TyExportWindow *self) G_GNUC_WARN_UNUSED_RESULT;
void                  ty_export_window_show_layout    (TyExportWindow *self);
void                  ty_export_window_list_layouts   (TyExportWindow *self,
                                                       const char     *id);
void                  ty_export_window_save_layout_cb (TyExportWindow *self,
                                                       AdwEntryRow    *row);
void                  ty_export_window_remove_layout  (GtkWidget      *widget,
                                                       const char     *action,
                                                       GVariant       *parameter);

G_END_DECLS
