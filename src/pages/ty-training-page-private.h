/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-attendee-item.h"
#include "ty-course-item.h"
#include "ty-person-picker.h"
#include "ty-row-places.h"
#include "ty-training-page.h"

G_BEGIN_DECLS

struct _TyTrainingPage
{
  TyPage parent_instance;

  /* Template */
  GtkStack *stack;
  GtkEditable *search;
  GtkDropDown *year_drop;
  GtkLabel *count_label;
  GtkBox *panes;
  GtkColumnView *course_view;
  GtkSingleSelection *course_selection;
  TyRowPlaces *course_places;
  GListStore *courses;
  GtkWidget *course_pane;
  GtkLabel *name_label;
  GtkLabel *facts_label;
  GtkMenuButton *add_button;
  TyPersonPicker *picker;
  GtkStack *people_stack;
  GtkColumnView *people_view;
  GtkSingleSelection *people_selection;
  TyRowPlaces *people_places;
  GListStore *people;

  /* Owned */
  GPtrArray *all;             /* (nullable) (element-type TyCourseItem) */
  GPtrArray *rows;            /* (nullable) (element-type TyAttendanceRow): whose people are read */
  GArray *years;              /* (element-type int): of the choices, 0 for all */
  GCancellable *reading;      /* (nullable): of the people of a course */

  gint64 course;              /* key of the current one, 0 = none */
  gboolean busy;              /* whether it waits for the file */
  gboolean filling;           /* whether choices or rows are being made */
};

TyCourseItem   *ty_training_page_get_current     (TyTrainingPage *self);
TyAttendeeItem *ty_training_page_get_attendee    (TyTrainingPage *self);

/* In ty-training-page-actions.c. */
void            ty_training_page_install_actions (GtkWidgetClass *widget_class);

/* In ty-training-page-room.c. */
void            ty_training_page_watch_room      (TyTrainingPage *self);
void            ty_training_page_unwatch_room    (TyTrainingPage *self);

G_END_DECLS
