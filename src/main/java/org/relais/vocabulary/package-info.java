/** Words and small rules that every room shares. */
package org.relais.vocabulary;
