/**
 * The records of the demonstration's district, made by seed and index from the templates of district.txt. Only the
 * demonstration itself uses them.
 */
package org.relais.demo.district;
