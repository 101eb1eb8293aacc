/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person-tags"

#include "config.h"

#include "ty-person-tags.h"

#include "ty-completeness.h"
#include "ty-ring.h"
#include "ty-tag.h"
#include "ty-words.h"
#include "ty-wrap-box.h"

#include <glib/gi18n-lib.h>

#define N_MISSING 3 /* told by name */
#define N_SOURCES 2 /* more of where somebody comes from stand among the facts */

/* Whether a tag says it already: who is of the reserves came from them. */
static gboolean
is_told (TyPersonTags  tags,
         const char   *source)
{
  for (guint i = 0; i < TY_N_PERSON_TAGS; i++)
    if ((tags & TY_PERSON_TAG_BIT (i)) != 0 && g_str_has_prefix (source, ty_person_tag_get_label (i)))
      return TRUE;

  return FALSE;
}

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
    if (!is_told (file->tags, sources[i]))
      ty_wrap_box_append (TY_WRAP_BOX (box), ty_tag_new (sources[i], "outline"));
  gtk_widget_set_visible (box, gtk_widget_get_first_child (box) != NULL);
  return box;
}

/**
 * ty_person_tags_dup_trail:
 * @file: a person’s file
 *
 * Returns: (transfer full) (nullable): where the person stands, `花名册 › 南沟乡 › 西凤湾村`; NULL where no post is held
 */
char *
ty_person_tags_dup_trail (const TyPersonFile *file)
{
  for (guint i = 0; i < file->posts->len; i++)
    {
      const TyPost *post = g_ptr_array_index (file->posts, i);
      g_auto(GStrv) units = NULL;
      g_autofree char *path = NULL;

      if (!post->current)
        continue;
      units = g_strsplit (post->unit_name, " ", -1);
      path = g_strjoinv (" › ", units);
      return g_strdup_printf ("%s › %s", _("Roster"), path);
    }
  return NULL;
}

/* The first few by name, the others as a number. */
static char *
dup_missing (guint32 missing)
{
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < TY_N_EXPECTED; i++)
    {
      if ((missing & 1u << i) == 0)
        continue;
      if (n < N_MISSING)
        g_string_append_printf (text, "%s%s", n > 0 ? ty_words_get_separator () : "",
                                ty_expected_get_label (i));
      n++;
    }
  if (n > N_MISSING)
    /* Translators: behind the first few of what is missing: how many more there are */
    g_string_append_printf (text, ngettext (" and %u more", " and %u more", n - N_MISSING), n - N_MISSING);
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_line (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * ty_person_completeness_build:
 * @file: a person’s file
 *
 * Returns: (transfer floating): how complete it is, with what is missing
 */
GtkWidget *
ty_person_completeness_build (const TyPersonFile *file)
{
  TyCompleteness found = ty_completeness_find (file);
  g_autofree char *title = g_strdup_printf (_("%u %% complete"), found.percent);
  g_autofree char *missing = dup_missing (found.missing);
  /* Translators: what the file of a person does not say */
  g_autofree char *sentence = g_strdup_printf (_("missing: %s"), missing);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (lines), make_line (title, "heading"));
  gtk_box_append (GTK_BOX (lines), make_line (found.missing != 0 ? sentence
                                                                 : _("Everything is filled in."),
                                              "caption"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (lines), "dim-label");
  gtk_box_append (GTK_BOX (box), ty_ring_new (found.percent));
  gtk_box_append (GTK_BOX (box), lines);
  gtk_widget_add_css_class (box, "ty-completeness");
  return box;
}
