/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"

G_BEGIN_DECLS

/**
 * TyWorkFault:
 * @TY_WORK_FAULT_DAYS: somebody attended more days than the course had
 * @TY_WORK_FAULT_APPRAISALS: somebody was appraised twice of one kind for one period
 * @TY_WORK_FAULT_CLASSES: a village is of two difficulty classes at once
 *
 * What cannot be right in the records of training, appraisals and classes.
 */
typedef enum
{
  TY_WORK_FAULT_DAYS,
  TY_WORK_FAULT_APPRAISALS,
  TY_WORK_FAULT_CLASSES,
} TyWorkFault;

/**
 * TyWorkFaultRow:
 * @owner: key of the person, or of the village
 * @name: (owned): what the person is called; empty of a village
 * @first: (owned): the course, the year, or the earlier class
 * @second: (owned): the days attended, the period, or the later class
 * @third: (owned): the days of the course; else empty
 *
 * One of them, as it is stored.
 */
typedef struct
{
  gint64 owner;
  char *name;
  char *first;
  char *second;
  char *third;
} TyWorkFaultRow;

GPtrArray *ty_work_fault_table_list (TyDatabase   *database,
                                     TyWorkFault   fault,
                                     gint64        person,
                                     GError      **error);

G_END_DECLS
