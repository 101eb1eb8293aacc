/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-busy-bar.h"
#include "ty-file-dialog.h"
#include "ty-header.h"
#include "ty-condition.h"
#include "ty-problem-bar.h"
#include "ty-reminder.h"
#include "ty-shell.h"
#include "ty-sidebar.h"
#include "ty-topics.h"
#include "ty-window.h"

G_BEGIN_DECLS

/**
 * TyPlace:
 * @page: (transfer none): name of a page
 * @population: who is shown, on a roster
 * @condition: what is asked of them
 * @person: who is shown, on a person's page
 * @unit: what is shown, on a village's page
 * @people: (owned) (nullable): who stand side by side, `ax`
 * @as_of: the cut-off date when it was left, or none
 * @scope: the scope when it was left
 * @has_scope: whether it was left
 * @state: (owned) (nullable): how the page was looked at when it was left
 *
 * Where one was, for back and forward.
 */
typedef struct
{
  const char *page;
  TyWho population;
  TyCondition condition;
  gint64 person;
  gint64 unit;
  GVariant *people;
  TyDate as_of;
  gint64 scope;
  gboolean has_scope;
  GVariant *state;
} TyPlace;

/**
 * TyArrival:
 * @known: whether anything was shown yet
 * @place: where in the trail
 * @as_of: at which cut-off date
 * @scope: in which scope
 *
 * What was read to its end the last time: where one gets back to from a wait that is cancelled.
 */
typedef struct
{
  gboolean known;
  guint place;
  TyDate as_of;
  gint64 scope;
} TyArrival;

struct _TyWindow
{
  AdwApplicationWindow parent_instance;

  /* Template */
  TyShell *shell;
  TySidebar *sidebar;
  TyHeader *header;
  TyProblemBar *problem_bar;
  TyProblemBar *user_bar;
  TyBusyBar *busy_bar;
  AdwToastOverlay *toasts;
  GtkStack *states;
  GtkStack *pages;

  /* Owned */
  TyOffice *office;  /* (nullable) until the first file is open */
  TyOffice *opening; /* (nullable) */
  GArray *trail;     /* (element-type TyPlace) */
  AdwToast *toast;   /* (nullable) */
  AdwToast *next_toast; /* (nullable): which waits until the other has come */
  TyTopics *topics;  /* what can be searched besides people and units */
  gint64 toast_seq;  /* of the action that its button would undo, or do again; or 0 */
  char *busy_text;
  TyReminder *reminder;

  guint place;       /* in the trail */
  TyArrival arrival;
  gboolean closing;
  gboolean tight;    /* whether there is no room for the whole sidebar */
  gboolean focus_goes;  /* whether the focus goes along to the next page */
  gboolean focus_waits; /* for a page that is being read */
  guint focus_id;
  gint64 toast_time;    /* of the first frame of the toast, or 0 */
  guint toast_id;       /* until it has come */
  gboolean toast_late;  /* whether it had time enough by the last frame */
  gboolean toast_leaves; /* whether it goes as soon as it has come */
};

void ty_window_install_actions (GtkWidgetClass *widget_class);
void ty_window_update_actions  (TyWindow       *self);
void ty_window_say_undone      (TyWindow       *self,
                                const char     *label);
void ty_window_update_toast    (TyWindow       *self);

void ty_window_say_taken_back  (TyWindow       *self,
                                const char     *text,
                                gint64          seq);

void ty_window_say_exported    (TyWindow       *self,
                                const char     *text,
                                const char     *path);

/* ty-window-filters.c */
void       ty_window_list_filters   (TyWindow        *self);
void       ty_window_install_filter_actions (GtkWidgetClass *widget_class);

/* ty-window-export.c */
/* ty-window-forms.c */
void ty_window_install_form_actions (GtkWidgetClass *widget_class);

/* ty-window-drop.c */
void ty_window_take_files   (TyWindow          *self,
                             const char *const *paths);
void ty_window_accept_files (TyWindow          *self);

/* ty-window-import.c */
void ty_window_import (TyWindow          *self,
                       const char *const *paths);

/* ty-window-paper.c */
void ty_window_install_paper_actions (GtkWidgetClass *widget_class);

/* ty-window-ledger.c */
void ty_window_install_ledger_actions (GtkWidgetClass *widget_class);

/* ty-window-export.c */
void ty_window_install_export_actions (GtkWidgetClass *widget_class);

/* ty-window-present.c */
void ty_window_install_present_actions (GtkWidgetClass *widget_class);

void ty_window_export_roster   (TyWindow       *self);
gboolean ty_window_can_print   (TyWindow       *self);
void ty_window_print           (TyWindow       *self);
void ty_window_collect         (TyWindow       *self,
                                const char *const *paths);
void ty_window_open_folder     (TyWindow       *self,
                                const char     *path);

void ty_window_add_pages       (TyWindow       *self);
void ty_window_go              (TyWindow       *self,
                                TyPlace         place);
void ty_window_leave_focus      (TyWindow       *self);
void ty_window_bring_focus      (TyWindow       *self);
void ty_window_bring_late_focus (TyWindow       *self);
TyPlace ty_window_get_place    (TyWindow       *self);
void ty_window_step            (TyWindow       *self,
                                int             step);
void ty_window_arrive          (TyWindow       *self);
gboolean ty_window_has_arrived (TyWindow       *self);
void ty_window_cancel_step     (TyWindow       *self);
gboolean ty_window_find_place  (const char     *page_name,
                                TyPlace        *place);
void ty_window_reset_trail     (TyWindow       *self,
                                const char     *page_name);

void ty_window_install_desk    (GtkWidgetClass *widget_class);
void ty_window_start_desk      (TyWindow       *self);
void ty_window_apply_desk      (TyWindow       *self);

GVariant *ty_window_save_page  (TyPage         *page);
void ty_window_restore_page    (TyPage         *page,
                                GVariant       *state);

void ty_window_install_preview (GtkWidgetClass *widget_class);
void ty_window_install_merge   (GtkWidgetClass *widget_class);
void ty_window_install_compare (GtkWidgetClass *widget_class);

void ty_window_create_file     (TyWindow       *self,
                                const char     *path,
                                const char     *name,
                                const char     *code);
void ty_window_close_file      (TyWindow       *self);
void ty_window_look_for_file   (TyWindow       *self);

/* ty-window-posts.c */
void ty_window_install_post_actions (GtkWidgetClass *widget_class);

G_END_DECLS
