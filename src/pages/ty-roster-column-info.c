/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-column-info"

#include "config.h"

#include "ty-roster-column-info.h"

#include "ty-words.h"

#include <glib/gi18n-lib.h>


/* The name stands first: what is moved or scrolled never leaves the rows without it. */
static const TyColumnInfo column_infos[] = {
  { N_("Name"), TY_ROSTER_TEXT_NAME, "name", "name", 83, FALSE, TRUE, TY_SORT_NAME, 0 },
  { N_("Sex"), TY_ROSTER_TEXT_SEX, "sex", "sex", 40, FALSE, TRUE, TY_SORT_SEX, 0 },
  { N_("Born"), TY_ROSTER_TEXT_BIRTH, "birth", "birth", 70, TRUE, TRUE, TY_SORT_BIRTH, 0 },
  { N_("Age"), TY_ROSTER_TEXT_AGE, "age", NULL, 40, TRUE, TRUE, TY_SORT_OFFICIAL, 0 },
  { N_("Ethnicity"), TY_ROSTER_TEXT_ETHNICITY, "ethnicity", NULL, 74, FALSE, FALSE,
    TY_SORT_OFFICIAL, 0 },
  { N_("Township"), TY_ROSTER_TEXT_TOWNSHIP, "township", "unit", 88, FALSE, TRUE, TY_SORT_UNIT, 0 },
  { N_("Village"), TY_ROSTER_TEXT_VILLAGE, "village", NULL, 95, FALSE, TRUE, TY_SORT_OFFICIAL, 0 },
  { N_("Present posts"), TY_ROSTER_TEXT_POSTS, "posts", "post", 0, FALSE, TRUE, TY_SORT_POST, 0 },
  { N_("Since"), TY_ROSTER_TEXT_SINCE, "since", "since", 68, TRUE, TRUE, TY_SORT_SINCE, 0 },
  { N_("Education"), TY_ROSTER_TEXT_EDUCATION, "education", "education", 68, FALSE, TRUE,
    TY_SORT_EDUCATION, 0 },
  { N_("Tags"), TY_ROSTER_TEXT_TAGS, "tags", NULL, 70, FALSE, TRUE, TY_SORT_OFFICIAL, 0 },
  { N_("Training days this year"), TY_ROSTER_TEXT_TRAINING, "training", NULL, 70, TRUE, FALSE, TY_SORT_OFFICIAL, 0 },
  { N_("Last appraisal"), TY_ROSTER_TEXT_APPRAISAL, "appraisal", NULL, 74, FALSE, FALSE, TY_SORT_OFFICIAL, 0 },
  { N_("Difficulty class"), TY_ROSTER_TEXT_DIFFICULTY, "difficulty", NULL, 74, FALSE, FALSE, TY_SORT_OFFICIAL, 0 },
  { N_("Collective economy"), TY_ROSTER_TEXT_ECONOMY, "economy", NULL, 74, FALSE, FALSE, TY_SORT_OFFICIAL, 0 },
  { N_("Political status"), TY_ROSTER_TEXT_POLITICAL, "political", NULL, 104, FALSE, FALSE,
    TY_SORT_OFFICIAL, 0 },
  { N_("ID number"), TY_ROSTER_TEXT_ID_NUMBER, "id-number", NULL, 150, FALSE, FALSE,
    TY_SORT_OFFICIAL, 0 },
  { N_("Phone"), TY_ROSTER_TEXT_PHONE, "phone", NULL, 110, FALSE, FALSE, TY_SORT_OFFICIAL, 0 },
};

#define CELL_PADDING 16 /* pixels at both sides together */
#define HEADING_SCALE 0.925 /* of the text of cells, as in the stylesheet */
#define USUAL_EM 14     /* pixels of a character, at most, in text of the usual size */

/* Pixels of a column of a field of the county, by what it holds. */
static const int own_widths[] = {
  [TY_CUSTOM_KIND_TEXT] = 120,  [TY_CUSTOM_KIND_NUMBER] = 78, [TY_CUSTOM_KIND_DATE] = 84,
  [TY_CUSTOM_KIND_CHOICE] = 84, [TY_CUSTOM_KIND_YES_NO] = 84,
};

/**
 * ty_column_info_get_n:
 *
 * Returns: how many columns the program has
 */
guint
ty_column_info_get_n (void)
{
  return G_N_ELEMENTS (column_infos);
}

/**
 * ty_column_info_get:
 * @number: which of them
 *
 * Returns: (transfer none): a column of the program
 */
const TyColumnInfo *
ty_column_info_get (guint number)
{
  return &column_infos[number];
}

/**
 * ty_column_info_new_own:
 * @field: a field of the county
 *
 * Returns: (transfer full): a column for it
 */
TyColumnInfo *
ty_column_info_new_own (TyCustomField *field)
{
  TyCustomKind kind = ty_custom_field_get_kind (field);
  TyColumnInfo *self = g_new0 (TyColumnInfo, 1);

  self->title = g_strdup (ty_custom_field_get_name (field));
  self->text = ty_roster_text_of_own (ty_custom_field_get_key (field));
  self->word = ty_custom_field_dup_word (field);
  self->width = own_widths[kind];
  self->at_end = kind == TY_CUSTOM_KIND_NUMBER || kind == TY_CUSTOM_KIND_DATE;
  self->sort = TY_SORT_OWN;
  /* The order of what is masked would tell it. */
  if (ty_custom_field_get_privacy (field) != TY_PRIVACY_SENSITIVE)
    self->sort_word = self->word;
  self->own = ty_custom_field_get_key (field);
  return self;
}

/**
 * ty_column_info_free_own:
 * @self: (transfer full): a column of ty_column_info_new_own()
 */
void
ty_column_info_free_own (TyColumnInfo *self)
{
  g_free ((char *) self->title);
  g_free ((char *) self->word);
  g_free (self);
}

static int
measure_word (const char  *word,
              PangoLayout *layout)
{
  int width;

  pango_layout_set_width (layout, -1);
  pango_layout_set_text (layout, word, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static int
measure_tags (PangoLayout *layout)
{
  int width = 0;

  for (guint i = 0; i < TY_N_PERSON_TAGS; i++)
    if ((TY_PERSON_TAGS_OF_ROSTER & TY_PERSON_TAG_BIT (i)) != 0)
      width = MAX (width, measure_word (ty_person_tag_get_label (i), layout));
  return width;
}

/* What a column needs for its words in the user’s language, where they differ much: 女, Female. */
static int
measure_words (const TyColumnInfo *info,
               PangoLayout        *layout)
{
  switch (info->text)
    {
    case TY_ROSTER_TEXT_SEX:
      return measure_word (ty_words_get_label ("sex", "2"), layout) + CELL_PADDING + 4;
    case TY_ROSTER_TEXT_EDUCATION:
      return measure_word (ty_words_get_short_level ("32"), layout) + CELL_PADDING + 4;
    case TY_ROSTER_TEXT_TAGS:
      return measure_tags (layout) + 2 * CELL_PADDING;
    default:
      return 0;
    }
}

/* A heading is never cut, up to twice the usual width; the arrow of the order stands in the padding. */
static int
measure_title (const TyColumnInfo *info,
               PangoLayout        *layout)
{
  g_autoptr(PangoLayout) heading = pango_layout_copy (layout);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  int width;

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_scale_new (HEADING_SCALE));
  pango_layout_set_attributes (heading, attributes);
  pango_layout_set_width (heading, -1);
  pango_layout_set_text (heading, info->own != 0 ? info->title : _(info->title), -1);
  pango_layout_get_pixel_size (heading, &width, NULL);
  return MIN (width + CELL_PADDING, 2 * info->width);
}

/**
 * ty_column_info_find_width:
 * @self: a column
 * @layout: with which its cells are drawn
 *
 * Widths are those for text of the usual size; who reads larger text has wider columns.
 *
 * Returns: the width in pixels; 0 where it takes what is left
 */
int
ty_column_info_find_width (const TyColumnInfo *self,
                           PangoLayout        *layout)
{
  int em;

  if (self->width == 0)
    return 0;

  em = measure_word ("村", layout);
  return MAX (self->width * MAX (em, USUAL_EM) / USUAL_EM, MAX (measure_words (self, layout), measure_title (self, layout)));
}
