/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-xlsx-styles"

#include "config.h"

#include "ty-xlsx-styles.h"

#include "ty-xlsx-error.h"
#include "ty-xml-part.h"

#include <string.h>

#define PART_MAX_BYTES (G_GUINT64_CONSTANT (64) << 20)
#define MAX_STYLES 65536
#define MAX_DECIMALS 30

/**
 * TyXlsxStyles:
 *
 * What the cell styles of a workbook say of numbers: which are dates, and how many decimals are
 * shown.
 */
struct _TyXlsxStyles
{
  GArray *formats;     /* (owned) (element-type guint): the number format of each cell style */
  GHashTable *codes;   /* (owned) (element-type guint Shape): by the number of the format */
};

typedef struct
{
  gboolean is_date;
  int decimals;
} Shape;

/* Returns behind what is shown as it stands: "…", \x, _x, *x and […]; else @p itself. */
static const char *
skip_literal (const char *p)
{
  const char *end;

  switch (*p)
    {
    case '"':
      end = strchr (p + 1, '"');
      break;
    case '[':
      end = strchr (p, ']');
      break;
    case '\\':
    case '_':
    case '*':
      return p[1] != '\0' ? g_utf8_next_char (p + 1) : p + 1;
    default:
      return p;
    }

  return end != NULL ? end + 1 : p + strlen (p);
}

/**
 * ty_xlsx_styles_read_code:
 * @code: a number format such as `yyyy"年"m"月"` or `0.00_ `
 * @is_date: (out): whether it shows days, months or years
 * @decimals: (out): how many decimals its first section always shows, or -1 where that is not
 *   a plain number
 *
 * Reads a number format of a workbook (ECMA-376 18.8.31).
 */
void
ty_xlsx_styles_read_code (const char *code,
                          gboolean   *is_date,
                          int        *decimals)
{
  gboolean first_section = TRUE;
  gboolean plain = FALSE;
  gboolean behind_point = FALSE;
  gboolean other = FALSE;
  int zeros = 0;

  *is_date = FALSE;
  for (const char *p = code; *p != '\0';)
    {
      const char *behind = skip_literal (p);

      if (behind != p)
        {
          p = behind;
          continue;
        }
      if (strchr ("ymdYMD", *p) != NULL)
        *is_date = TRUE;
      else if (*p == ';')
        first_section = FALSE;
      else if (first_section && *p == '0')
        {
          plain = TRUE;
          zeros += behind_point ? 1 : 0;
        }
      else if (first_section && *p == '.')
        behind_point = TRUE;
      else if (first_section && strchr ("%Ee/?@", *p) != NULL)
        other = TRUE;
      p++;
    }

  *decimals = plain && !other && !*is_date ? MIN (zeros, MAX_DECIMALS) : -1;
}

/* The numbers below 164 have a meaning of their own; 27 to 36 and 50 to 58 in East Asia. */
static Shape
shape_of_builtin (guint format)
{
  Shape shape = { FALSE, -1 };

  if ((format >= 14 && format <= 22) || (format >= 27 && format <= 36)
      || (format >= 45 && format <= 47) || (format >= 50 && format <= 58))
    shape.is_date = TRUE;
  else if (format == 2 || format == 4 || format == 7 || format == 8 || format == 39 || format == 40
           || format == 43 || format == 44)
    shape.decimals = 2;
  else if (format == 1 || format == 3 || format == 5 || format == 6 || format == 37 || format == 38
           || format == 41 || format == 42)
    shape.decimals = 0;

  return shape;
}

static Shape
shape_of_style (TyXlsxStyles *self,
                guint         style)
{
  guint format = style < self->formats->len ? g_array_index (self->formats, guint, style) : 0;
  const Shape *shape = g_hash_table_lookup (self->codes, GUINT_TO_POINTER (format));

  return shape != NULL ? *shape : shape_of_builtin (format);
}

/**
 * ty_xlsx_styles_new:
 *
 * Returns: (transfer full): styles of which all are plain
 */
TyXlsxStyles *
ty_xlsx_styles_new (void)
{
  TyXlsxStyles *self = g_new0 (TyXlsxStyles, 1);

  self->formats = g_array_new (FALSE, FALSE, sizeof (guint));
  self->codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return self;
}

/**
 * ty_xlsx_styles_add_code:
 * @self: the styles
 * @format: the number of a number format
 * @code: the format
 *
 * Says what a number format of the workbook is.
 */
void
ty_xlsx_styles_add_code (TyXlsxStyles *self,
                         guint         format,
                         const char   *code)
{
  Shape *shape;

  if (g_hash_table_size (self->codes) >= MAX_STYLES)
    return;

  shape = g_new0 (Shape, 1);
  ty_xlsx_styles_read_code (code, &shape->is_date, &shape->decimals);
  g_hash_table_insert (self->codes, GUINT_TO_POINTER (format), shape);
}

/**
 * ty_xlsx_styles_add_style:
 * @self: the styles
 * @format: the number of its number format
 *
 * Adds the next cell style.
 *
 * Returns: whether there was room
 */
gboolean
ty_xlsx_styles_add_style (TyXlsxStyles *self,
                          guint         format)
{
  g_array_append_val (self->formats, format);
  return self->formats->len <= MAX_STYLES;
}

static void
take_code (TyXlsxStyles *self,
           TyXmlPart    *part)
{
  g_autofree char *id = ty_xml_part_dup_attribute (part, "numFmtId");
  g_autofree char *code = ty_xml_part_dup_attribute (part, "formatCode");

  if (id != NULL && code != NULL)
    ty_xlsx_styles_add_code (self, (guint) g_ascii_strtoull (id, NULL, 10), code);
}

static gboolean
take_style (TyXlsxStyles  *self,
            TyXmlPart     *part,
            GError       **error)
{
  g_autofree char *id = ty_xml_part_dup_attribute (part, "numFmtId");

  if (ty_xlsx_styles_add_style (self, id != NULL ? (guint) g_ascii_strtoull (id, NULL, 10) : 0))
    return TRUE;

  ty_xlsx_error_unpacks (error);
  return FALSE;
}

static gboolean
read_styles (TyXlsxStyles  *self,
             TyXmlPart     *part,
             GError       **error)
{
  gboolean in_cell_styles = FALSE;

  while (TRUE)
    {
      TyXmlStep step = ty_xml_part_next (part, error);
      guint depth = ty_xml_part_get_depth (part);

      if (step == TY_XML_ERROR)
        return FALSE;
      if (step == TY_XML_DONE)
        return TRUE;
      if (step != TY_XML_START)
        continue;

      if (depth == 1)
        in_cell_styles = ty_xml_part_is (part, "cellXfs");
      else if (depth == 2 && ty_xml_part_is (part, "numFmt"))
        take_code (self, part);
      else if (depth == 2 && in_cell_styles && ty_xml_part_is (part, "xf")
               && !take_style (self, part, error))
        return FALSE;
    }
}

/**
 * ty_xlsx_styles_load:
 * @zip: a workbook
 * @name: (nullable): the part of the styles, or %NULL where the workbook has none
 * @cancellable: (nullable): stops the reading
 * @error: a `TY_XLSX_ERROR`
 *
 * Returns: (transfer full) (nullable): the styles
 */
TyXlsxStyles *
ty_xlsx_styles_load (TyZipFile     *zip,
                     const char    *name,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr(TyXlsxStyles) self = ty_xlsx_styles_new ();
  g_autoptr(TyXmlPart) part = NULL;

  if (name == NULL)
    return g_steal_pointer (&self);

  part = ty_xml_part_open (zip, name, PART_MAX_BYTES, cancellable, error);
  if (part == NULL || !read_styles (self, part, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
ty_xlsx_styles_free (TyXlsxStyles *self)
{
  g_array_unref (self->formats);
  g_hash_table_unref (self->codes);
  g_free (self);
}

/**
 * ty_xlsx_styles_is_date:
 * @self: the styles
 * @style: the index of a cell style; one that does not exist is plain
 *
 * Returns: whether a number of this style is shown as a date
 */
gboolean
ty_xlsx_styles_is_date (TyXlsxStyles *self,
                        guint         style)
{
  return shape_of_style (self, style).is_date;
}

/**
 * ty_xlsx_styles_get_decimals:
 * @self: the styles
 * @style: the index of a cell style
 *
 * Returns: how many decimals a number of this style always shows; -1 where it is free
 */
int
ty_xlsx_styles_get_decimals (TyXlsxStyles *self,
                             guint         style)
{
  return shape_of_style (self, style).decimals;
}
