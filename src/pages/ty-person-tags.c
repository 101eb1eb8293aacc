/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person-tags"

#include "config.h"

#include "ty-person-tags.h"

#include "ty-tag.h"
#include "ty-words.h"
#include "ty-wrap-box.h"

#define N_SOURCES 2 /* more of where somebody comes from stand among the facts */

/**
 * ty_person_tags_build:
 * @file: a person’s file
 *
 * Returns: (transfer floating): what the person is at the cut-off date, in a word each, and where the
 *   person comes from; hidden where there is nothing to say
 */
GtkWidget *
ty_person_tags_build (const TyPersonFile *file)
{
  g_auto(GStrv) sources = g_strsplit (file->sources, ty_words_get_separator (), -1);
  GtkWidget *box = ty_wrap_box_new (6);

  for (guint i = 0; i < TY_N_PERSON_TAGS; i++)
    if ((file->tags & TY_PERSON_TAG_BIT (i)) != 0)
      ty_wrap_box_append (TY_WRAP_BOX (box), ty_tag_new (ty_person_tag_get_label (i),
                                                         ty_person_tag_get_look (i)));
  for (guint i = 0; i < N_SOURCES && sources[i] != NULL && *sources[i] != '\0'; i++)
    ty_wrap_box_append (TY_WRAP_BOX (box), ty_tag_new (sources[i], "outline"));
  gtk_widget_set_visible (box, gtk_widget_get_first_child (box) != NULL);
  return box;
}
