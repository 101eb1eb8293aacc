/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-gallery-pairs"

#include "config.h"

#include "ty-gallery-pairs.h"

#include "ty-pair-card.h"
#include "ty-wrap-box.h"

#include <glib/gi18n-lib.h>

/* Cards of the board of pairings, in each state. The people are invented. */

#define WIDTH 196 /* pixels */

static GtkWidget *
make_card (TyPairFace *face)
{
  GtkWidget *card = ty_pair_card_new (1, 1);

  gtk_widget_set_size_request (card, WIDTH, -1);
  gtk_widget_set_valign (card, GTK_ALIGN_START);
  ty_pair_card_set_face (TY_PAIR_CARD (card), face);
  ty_pair_face_unref (face);
  return card;
}

static TyPairFace *
make_face (const char *name,
           const char *place,
           const char *first_tag,
           const char *second_tag)
{
  const char *tags[] = { first_tag, second_tag, NULL };
  TyPairFace *face = ty_pair_face_new ();

  face->name = g_strdup (name);
  face->age = g_strdup ("42 岁");
  face->place = g_strdup (place);
  face->tags = g_strdupv ((char **) tags);
  return face;
}

static TyPairFace *
make_meeting (const char *name,
              guint       talks,
              gboolean    late)
{
  TyPairFace *face = make_face (name, "石泉镇 后凤泉村", "新任书记", "年轻书记");

  face->mentor = g_strdup ("唐砺石");
  face->level = g_strdup ("乡级");
  face->talks = talks;
  face->talks_due = 4;
  face->since = g_strdup (late ? "距上次 16 天" : "距上次 3 天");
  face->late = late;
  face->goals = 5;
  face->goals_done = talks;
  face->goal_text = g_strdup_printf ("目标 %u/5", talks);
  return face;
}

/**
 * ty_gallery_pairs_build:
 *
 * Returns: (transfer floating): cards of each state
 */
GtkWidget *
ty_gallery_pairs_build (void)
{
  GtkWidget *wrap = ty_wrap_box_new (12);
  TyPairFace *waiting = make_face ("薛东平", "河湾镇 老银塬村", "工作基础薄弱村", NULL);
  TyPairFace *proposed = make_face ("欧阳冯凯俊", "南沟乡 后柏坡村", "新任书记", "年轻书记");

  waiting->note = g_strdup ("村级债务较重，党员群众有意见");
  proposed->mentor = g_strdup ("方既明");
  proposed->level = g_strdup ("县级");
  proposed->fit = g_strdup ("86");
  proposed->locked = TRUE;
  ty_wrap_box_append (TY_WRAP_BOX (wrap), make_card (waiting));
  ty_wrap_box_append (TY_WRAP_BOX (wrap), make_card (proposed));
  ty_wrap_box_append (TY_WRAP_BOX (wrap), make_card (make_meeting ("曾明鑫", 1, TRUE)));
  ty_wrap_box_append (TY_WRAP_BOX (wrap), make_card (make_meeting ("林平旭", 3, FALSE)));
  gtk_widget_add_css_class (gtk_widget_get_last_child (wrap), "chosen");
  return wrap;
}
